import { expect, test } from "vitest";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { countsOf, failuresOf } from "./vitest-run.mjs";

const report = (testResults, counts = {}) => ({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...counts, testResults });

test("a file that can't be loaded counts as one failure", () => {
  expect(countsOf(report([{ status: "failed", assertionResults: [] }])).failed).toBe(1);
});

test("a file whose set-up fails counts, although none of its tests failed", () => {
  expect(countsOf(report([{ status: "failed", assertionResults: [{ status: "skipped" }] }], { numPendingTests: 1 }))).toEqual({ passed: 0, failed: 1, skipped: 1 });
});

test("a failed test is counted once", () => {
  expect(countsOf(report([{ status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] }], { numPassedTests: 1, numFailedTests: 1 }))).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("what failed is named by file and test, with the beginning of its message", () => {
  const file = join(root, "a", "one.spec.ts");
  const failed = { status: "failed", fullName: "the shop opens", failureMessages: ["\u001b[31mexpected 1\u001b[39m\nat line 3"] };
  expect(failuresOf(report([
    { name: file, status: "failed", assertionResults: [failed, { status: "passed", fullName: "it closes", failureMessages: [] }] },
    { name: file, status: "passed", assertionResults: [] },
  ]))).toEqual(["a/one.spec.ts > the shop opens\n    expected 1\n    at line 3"]);
});

test("a file that could not be loaded or set up is named with its own message", () => {
  const file = join(root, "a", "one.spec.ts");
  expect(failuresOf(report([{ name: file, status: "failed", message: "no such module", assertionResults: [{ status: "skipped" }] }])))
    .toEqual(["a/one.spec.ts\n    no such module"]);
});

test("a very long message and very many failures are cut short, and it is said", () => {
  const failed = { status: "failed", fullName: "x", failureMessages: [Array.from({ length: 100 }, (_, line) => `line ${line}`).join("\n")] };
  const texts = failuresOf(report([{ name: join(root, "a.spec.ts"), status: "failed", assertionResults: Array(45).fill(failed) }]));
  expect(texts).toHaveLength(41);
  expect(texts[0].split("\n")).toHaveLength(13);
  expect(texts.at(-1)).toBe("and 5 more");
});
