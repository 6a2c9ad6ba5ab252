import "server-only";
import { callBackend } from "@/lib/backend";
import type { Unit } from "@/lib/types";

type Kept = { until: number; units: Promise<Unit[]> };

/** Provinces and communes change with a law, not with a visit: one answer serves ten minutes. */
const keepMilliseconds = 600_000;
const kept = new Map<string, Kept>();

function remembered(key: string, load: () => Promise<Unit[]>): Promise<Unit[]> {
  const found = kept.get(key);
  if (found && found.until > Date.now()) return found.units;
  const units = load();
  kept.set(key, { until: Date.now() + keepMilliseconds, units });
  units.catch(() => kept.delete(key));
  return units;
}

const byName = (units: Unit[]) => [...units].sort((a, b) => a.name.localeCompare(b.name, "vi"));

export function listProvinces(locale: string): Promise<Unit[]> {
  return remembered("provinces", async () => {
    const { units } = await callBackend<{ units: Unit[] }>("/store/administrative-units/provinces", { locale });
    return byName(units);
  });
}

export function listCommunes(provinceCode: string, locale: string): Promise<Unit[]> {
  if (!/^\d{2}$/.test(provinceCode)) return Promise.resolve([]);
  return remembered(provinceCode, async () => {
    const query = { province: provinceCode };
    const { units } = await callBackend<{ units: Unit[] }>("/store/administrative-units/communes", { locale, query });
    return byName(units);
  });
}
