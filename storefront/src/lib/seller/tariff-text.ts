import { hasMinus } from "@/lib/format/digits";
import { formatCount } from "@/lib/format/money";
import type { ShipScope, ShippingTariff } from "./tariff-schema";
import { scopes } from "./tariff-schema";

/** The form's fields as text, named as the API names their paths; `max_parcel_kg` alone is in another unit. */
export type TariffText = Record<string, string>;

export const zoneField = (zone: ShipScope, part: "base_vnd" | "per_kg_vnd") => `zones.${zone}.${part}`;

export const tariffFields = [
  "ships_within",
  "fresh_within",
  ...scopes.flatMap((zone) => [zoneField(zone, "base_vnd"), zoneField(zone, "per_kg_vnd")]),
  "free_from_vnd",
  "handling_days",
  "max_parcel_kg",
];

export function tariffAsTyped(tariff: ShippingTariff, locale: string): TariffText {
  const number = (value: number | null) => (value === null ? "" : formatCount(value, locale));
  return {
    ships_within: tariff.ships_within,
    fresh_within: tariff.fresh_within,
    ...Object.fromEntries(
      scopes.flatMap((zone) => [
        [zoneField(zone, "base_vnd"), number(tariff.zones[zone].base_vnd)],
        [zoneField(zone, "per_kg_vnd"), number(tariff.zones[zone].per_kg_vnd)],
      ]),
    ),
    free_from_vnd: number(tariff.free_from_vnd),
    handling_days: number(tariff.handling_days),
    max_parcel_kg: tariff.max_parcel_grams === null ? "" : String(Math.floor(tariff.max_parcel_grams / 1000)),
  };
}

export type TariffProblem = "needed" | "negative" | "notNumber";

/** What the API is sent, or which fields can't be read as numbers. Empty is "no limit" only where there may be none. */
export function readTariff(text: TariffText): { body: object; problems: Record<string, TariffProblem> } {
  const problems: Record<string, TariffProblem> = {};
  const read = (field: string, optional = false): number | null => {
    const typed = (text[field] ?? "").trim();
    if (typed === "") {
      if (!optional) problems[field] = "needed";
      return null;
    }
    const digits = typed.replace(/[\s.,₫]/g, "");
    if (hasMinus(typed)) problems[field] = "negative";
    else if (!/^\d{1,12}$/.test(digits)) problems[field] = "notNumber";
    return Number(digits);
  };
  const kilograms = read("max_parcel_kg", true);
  const body = {
    ships_within: text.ships_within,
    fresh_within: text.fresh_within,
    zones: Object.fromEntries(scopes.map((zone) => [zone, { base_vnd: read(zoneField(zone, "base_vnd")), per_kg_vnd: read(zoneField(zone, "per_kg_vnd")) }])),
    free_from_vnd: read("free_from_vnd", true),
    handling_days: read("handling_days"),
    max_parcel_grams: kilograms === null ? null : kilograms * 1000,
  };
  return { body, problems };
}
