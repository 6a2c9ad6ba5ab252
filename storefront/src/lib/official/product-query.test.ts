import { expect, test } from "vitest";
import { productsHref, readProductQuery } from "./product-query";

test("an address and its meaning go both ways", () => {
  expect(productsHref("19", { listed: "true", stars: 4, page: 2 })).toBe("/dieu-hanh/19/san-pham?listed=true&stars=4&page=2");
  expect(productsHref("05503", {})).toBe("/dieu-hanh/05503/san-pham");
  expect(readProductQuery({ listed: "true", stars: "4", page: "2" })).toEqual({ listed: "true", stars: 4, page: 2 });
});

test.each([
  [{ listed: "maybe" }],
  [{ stars: "6" }],
  [{ page: "0" }],
  [{ page: "-1" }],
  [{ page: "1e9" }],
  [{ page: ["2", "3"] }],
  [{}],
])("%o means the whole list, first page", (query) => {
  expect(readProductQuery(query)).toEqual({ listed: undefined, stars: undefined, page: 1 });
});
