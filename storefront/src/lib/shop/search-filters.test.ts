import fc from "fast-check";
import { expect, test } from "vitest";
import { readFilters, searchHref, searchQuery, sorts, toggleStar, type SearchFilters } from "./search-filters";

const nothing: SearchFilters = { q: "", stars: [], province: "", commune: "", gi: false, sort: "relevance", page: 1 };

test("nonsense in the address is left out, never an error", () => {
  expect(readFilters({ stars: "6,x,4", province: "Hà Nội", sort: "cheap", page: "-3", gi: "yes" })).toEqual({ ...nothing, stars: [4] });
  expect(readFilters({ q: ["  chè   tân cương ", "khác"], stars: ["3", "5"] })).toEqual({ ...nothing, q: "chè tân cương", stars: [5, 3] });
});

test("a changed filter goes back to the first page and keeps the rest", () => {
  const filters = { ...nothing, q: "chè", stars: [4], page: 3 };
  expect(searchHref(filters, { province: "19" })).toBe("/tim-kiem?q=ch%C3%A8&stars=4&province=19");
  expect(searchHref(filters, { page: 4 })).toBe("/tim-kiem?q=ch%C3%A8&stars=4&page=4");
  expect(searchHref(nothing)).toBe("/tim-kiem");
});

test("stars are switched on and off", () => {
  expect(toggleStar(nothing, 4)).toEqual([4]);
  expect(toggleStar({ ...nothing, stars: [4] }, 5)).toEqual([5, 4]);
  expect(toggleStar({ ...nothing, stars: [5, 4] }, 4)).toEqual([5]);
});

test("the backend is asked for the right page", () => {
  expect(searchQuery({ ...nothing, page: 3 })).toMatchObject({ limit: 24, offset: 48 });
});

test("every search survives its own address", () => {
  const filters = fc.record({
    q: fc.stringMatching(/^[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ0-9&+%]{0,20}$/).map((text) => text.normalize("NFC")),
    stars: fc.subarray([5, 4, 3]),
    province: fc.constantFrom("", "19", "01"),
    commune: fc.constantFrom("", "05503"),
    gi: fc.boolean(),
    sort: fc.constantFrom(...sorts),
    page: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(filters, (wanted) => {
      const query = new URL(searchHref(wanted, { page: wanted.page }), "http://shop").searchParams;
      expect(readFilters(Object.fromEntries(query))).toEqual(wanted);
    }),
  );
});

test("what nobody can type is no word to search for", () => {
  expect(readFilters({ q: "\u0000" }).q).toBe("");
  expect(readFilters({ q: " chè\u0000\u001bđinh " }).q).toBe("chè đinh");
});
