import { expect, test } from "vitest";
import { emptyListing, listingChanges, listingPayload, pricePerBase, wholeNumber } from "./listing-payload";

test("a price is read however it is grouped", () => {
  expect(wholeNumber("1.250.000 ₫")).toBe(1_250_000);
  expect(wholeNumber("1,250,000")).toBe(1_250_000);
  expect(wholeNumber("abc")).toBeNull();
  expect(wholeNumber("-3")).toBeNull();
  expect(wholeNumber("9".repeat(16))).toBeNull();
});

test("the payload has integers, trimmed text, and no empty field", () => {
  expect(
    listingPayload({
      title: "  Chè Tân Cương ",
      unit: "túi",
      net_weight_grams: "200",
      net_volume_ml: "",
      price_vnd: "250.000",
      stock_quantity: "0",
      description: " ",
    }),
  ).toEqual({ title: "Chè Tân Cương", unit: "túi", net_weight_grams: 200, price_vnd: 250_000, stock_quantity: 0 });
});

test("what is no number is passed on for the API to refuse at its field", () => {
  expect(listingPayload({ price_vnd: "ba trăm" })).toEqual({ price_vnd: "ba trăm" });
});

test("price per kilogram or litre", () => {
  expect(pricePerBase({ price_vnd: "250.000", net_weight_grams: "200" })).toEqual({ amountVnd: 1_250_000, per: "kg" });
  expect(pricePerBase({ price_vnd: "90.000", net_volume_ml: "350" })).toEqual({ amountVnd: 257_143, per: "l" });
  expect(pricePerBase({ price_vnd: "90.000" })).toBeNull();
  expect(pricePerBase({ net_weight_grams: "200" })).toBeNull();
});

test("an edit sends what changed and nothing else; what was emptied goes as null", () => {
  const before = { ...emptyListing, title: "Chè", price_vnd: "250.000", stock_quantity: "12", description: "Hái sớm" };
  expect(listingChanges(before, { ...before, price_vnd: "260.000", title: " Chè " })).toEqual({ price_vnd: 260_000 });
  expect(listingChanges(before, { ...before, description: "" })).toEqual({ description: null });
  expect(listingChanges(before, before)).toEqual({});
});
