import { expect, test } from "vitest";
import { listAdvice } from "./list-advice";

test.each([
  ["http_401", "key"],
  ["http_403", "key"],
  ["http_429", "later"],
  ["http_503", "later"],
  ["http", "later"],
  ["no_list", "later"],
  ["not_taken", "later"],
  ["internal", "later"],
  ["unreadable", "desk"],
] as const)("a list refused with %s: the shop is told '%s'", (problem, advice) => {
  expect(listAdvice(problem)).toBe(advice);
});
