import type { ZoneUnit } from "@/lib/types";

export type ZoneCommune = NonNullable<ZoneUnit["commune"]> & { old_units: number; confirmed: boolean };

/** Today's communes of a zone, each once, with how many of the zone's old communes it took in; confirmed when all of those are. */
export function zoneCommunes(zone: readonly ZoneUnit[]): ZoneCommune[] {
  const communes = new Map<string, ZoneCommune>();
  for (const { commune, confirmed } of zone) {
    if (!commune) continue;
    const known = communes.get(commune.code);
    communes.set(commune.code, { ...commune, old_units: (known?.old_units ?? 0) + 1, confirmed: confirmed && (known?.confirmed ?? true) });
  }
  return [...communes.values()];
}
