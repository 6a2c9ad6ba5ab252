import { expect, test } from "vitest";
import { bookHref, readBookQuery } from "./register-book";

const names = { q: null, status: ["valid", "revoked"] } as const;

test("an address is read with what it may say, and nothing else", () => {
  expect(readBookQuery({ q: "chè", status: "valid", page: "3", evil: "1" }, names)).toEqual({ values: { q: "chè", status: "valid" }, page: 3 });
  expect(readBookQuery({ q: ["a", "b"], status: "gone", page: "-1" }, names)).toEqual({ values: {}, page: 1 });
  expect(readBookQuery({ q: "x".repeat(201), page: "10000000" }, names)).toEqual({ values: {}, page: 1 });
});

test("what was read can be written again", () => {
  const href = bookHref("/dieu-hanh/chi-dan", { q: "chè đinh", status: undefined }, 2);
  expect(href).toBe("/dieu-hanh/chi-dan?q=ch%C3%A8+%C4%91inh&page=2");
  expect(bookHref("/x", {})).toBe("/x");
});
