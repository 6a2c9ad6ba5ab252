import { expect, test } from "vitest";
import { countsOf } from "./vitest-run.mjs";

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
