import fc from "fast-check";
import { expect, test } from "vitest";
import { isNarrowed, readRegisterFilters, registerHref, registerQuery } from "./register-filters";

const everything = readRegisterFilters({});
const paramsOf = (href: string) => Object.fromEntries(new URLSearchParams(href.split("?")[1] ?? ""));

test("an address is read, whatever stands in it", () => {
  expect(readRegisterFilters({ q: "  chè   shan ", stars: ["5", "3"], province: "19", commune: "05503", set: "11", status: "in_force", sort: "ending", page: "3" })).toEqual({
    q: "chè shan", stars: [5, 3], province: "19", commune: "05503", set: "11", status: "in_force", sort: "ending", page: 3,
  });
  expect(readRegisterFilters({ stars: "6,x", province: "1", commune: "05503", set: "0", status: "good", sort: "price", page: "-1" })).toEqual(everything);
  fc.assert(fc.property(fc.dictionary(fc.constantFrom("q", "stars", "province", "commune", "set", "status", "sort", "page"), fc.oneof(fc.string(), fc.array(fc.string()))), (params) => {
    const filters = readRegisterFilters(params);
    expect(readRegisterFilters(paramsOf(registerHref(filters, { page: filters.page })))).toEqual(filters);
    expect(registerQuery(filters).offset).toBeGreaterThanOrEqual(0);
  }));
});

test("a change of filter goes back to the first page, and a commune goes with its province", () => {
  const filters = readRegisterFilters({ province: "19", commune: "05503", page: "4" });
  expect(registerHref(filters, { stars: [5, 4] })).toBe("/so-ocop?stars=5,4&province=19&commune=05503");
  expect(registerHref(filters, { province: "" })).toBe("/so-ocop");
  expect(registerHref(filters, { page: 5 })).toBe("/so-ocop?province=19&commune=05503&page=5");
});

test("what the backend is asked", () => {
  expect(registerQuery(readRegisterFilters({ stars: "5,4", page: "2" }))).toMatchObject({ stars: "5,4", limit: 24, offset: 24, sort: "name" });
  expect(isNarrowed(everything)).toBe(false);
  expect(isNarrowed({ ...everything, sort: "newest" })).toBe(false);
  expect(isNarrowed({ ...everything, stars: [3] })).toBe(true);
});

test("what nobody can type is no word to search for", () => {
  expect(readRegisterFilters({ q: "\u0000" }).q).toBe("");
  expect(readRegisterFilters({ q: " chè\u0000\u001bđinh " }).q).toBe("chè đinh");
});
