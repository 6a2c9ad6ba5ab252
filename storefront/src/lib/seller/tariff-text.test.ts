import { expect, test } from "vitest";
import { readTariff, tariffAsTyped, tariffFields } from "./tariff-text";
import type { ShippingTariff } from "./tariff-schema";

const tariff: ShippingTariff = {
  ships_within: "nationwide",
  fresh_within: "province",
  zones: {
    commune: { base_vnd: 0, per_kg_vnd: 0 },
    province: { base_vnd: 20_000, per_kg_vnd: 4_000 },
    region: { base_vnd: 28_000, per_kg_vnd: 5_000 },
    nationwide: { base_vnd: 1_035_000, per_kg_vnd: 6_000 },
  },
  free_from_vnd: null,
  handling_days: 1,
  max_parcel_grams: 30_000,
};

test.each(["vi", "en"])("what stands in the form is read back as it was (%s)", (locale) => {
  const text = tariffAsTyped(tariff, locale);
  expect(Object.keys(text).sort()).toEqual([...tariffFields].sort());
  expect(text["zones.nationwide.base_vnd"]).toBe(locale === "vi" ? "1.035.000" : "1,035,000");
  expect(readTariff(text)).toEqual({ body: tariff, problems: {} });
});

test("what is no number is said at its field; empty means no limit only where there may be none", () => {
  const text = { ...tariffAsTyped(tariff, "vi"), "zones.region.base_vnd": "-5", "zones.region.per_kg_vnd": "năm nghìn", handling_days: " ", free_from_vnd: "", max_parcel_kg: "" };
  const { body, problems } = readTariff(text);
  expect(problems).toEqual({ "zones.region.base_vnd": "negative", "zones.region.per_kg_vnd": "notNumber", handling_days: "needed" });
  expect(body).toMatchObject({ free_from_vnd: null, max_parcel_grams: null });
});
