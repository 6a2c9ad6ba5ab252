import { expect, test } from "vitest";
import { listingProblems, tooLong } from "./listing-check";
import { emptyListing, type ListingText } from "./listing-payload";

const good: ListingText = { ...emptyListing, title: "Chè đinh", unit: "túi", price_vnd: "250.000", stock_quantity: "12" };

test("an empty form is told every field it needs at once", () => {
  expect(Object.keys(listingProblems(emptyListing))).toEqual(["title", "unit", "price_vnd", "stock_quantity"]);
  expect(listingProblems(good)).toEqual({});
});

test.each([
  [{ title: "Ch" }, "title", { word: "tooShort", limit: 3 }],
  [{ title: "a".repeat(121) }, "title", { word: "tooLong", limit: 120 }],
  [{ price_vnd: "500" }, "price_vnd", { word: "priceLow", limit: 1000 }],
  [{ price_vnd: "500.000.000" }, "price_vnd", { word: "tooHigh", limit: 499_999_999 }],
  [{ stock_quantity: "-3" }, "stock_quantity", { word: "negative", limit: 0 }],
  [{ net_weight_grams: "0" }, "net_weight_grams", { word: "tooLow", limit: 1 }],
] as const)("%j is refused at its field", (part, field, problem) => {
  expect(listingProblems({ ...good, ...part })).toEqual({ [field]: problem });
});

test("an empty stock is asked for, a stock of nothing is fine", () => {
  expect(listingProblems({ ...good, stock_quantity: "0" })).toEqual({});
  expect(tooLong("title", "a".repeat(121))).toEqual({ word: "tooLong", limit: 120 });
  expect(tooLong("title", "")).toBeNull();
});
