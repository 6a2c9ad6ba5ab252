import { expect, test } from "vitest";
import { shorten } from "./shorten";

test("short text stays, long text ends after a word with an ellipsis", () => {
  expect(shorten("chè đinh", 60)).toBe("chè đinh");
  expect(shorten("chè đinh tân cương", 12)).toBe("chè đinh…");
  expect(shorten("a".repeat(600), 60)).toBe(`${"a".repeat(59)}…`);
});
