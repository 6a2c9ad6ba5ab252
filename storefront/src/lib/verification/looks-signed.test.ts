import { expect, test } from "vitest";
import { looksSigned } from "./looks-signed";

test("a statement looks like one, and what a register would choke on doesn't", () => {
  expect(looksSigned(`CP1.${"aZ0-_".repeat(80)}.${"b".repeat(86)}`)).toBe(true);
  for (const text of ["", "\u0000", "CP1.a.b\u0000", "CP1 a b", "chè", "\ud800", "a".repeat(4001)]) expect(looksSigned(text), JSON.stringify(text.slice(0, 20))).toBe(false);
});
