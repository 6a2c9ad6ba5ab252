import fc from "fast-check";
import { expect, test } from "vitest";
import { readRegisterQuery, registerHref, registerSearch, sortLink } from "./register-query";

test("the address is read, and nonsense in it is not there", () => {
  expect(readRegisterQuery({ q: " chè ", stars: "4", status: "expiring", expiring_within: "90", sort: "-star", page: "2" })).toMatchObject({ q: "chè", stars: "4", status: "expiring", expiring_within: "90", sort: "-star", page: 2 });
  expect(readRegisterQuery({ stars: "6", status: "x", commune: "1", expiring_within: "-1", sort: "name;drop", page: "0", listed: ["here"] })).toEqual({ page: 1 });
});

test("what is written is read back the same", () => {
  const query = fc.record(
    { q: fc.constantFrom("chè", "HTX & bạn", "100%"), stars: fc.constantFrom("3" as const, "5" as const), listed: fc.constantFrom("here" as const, "nowhere" as const), sort: fc.constantFrom("name", "-holds_until"), page: fc.integer({ min: 1, max: 9999 }) },
    { requiredKeys: ["page"] },
  );
  fc.assert(fc.property(query, (one) => {
    expect(readRegisterQuery(Object.fromEntries(new URLSearchParams(registerSearch(one))))).toEqual(one);
  }));
});

test("a heading sorts, a second tap turns round, and both begin at the first page", () => {
  expect(registerHref(sortLink("star", { page: 3 }))).toBe("/dieu-hanh/so-dang-ky?sort=-star");
  expect(sortLink("star", { page: 1, sort: "-star" }).sort).toBe("star");
  expect(sortLink("name", { page: 1 }).sort).toBe("-name");
});
