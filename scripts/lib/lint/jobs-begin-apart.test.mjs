import { expect, test } from "vitest";
import { repositoryFiles } from "./conventions.mjs";
import { checkJobs, jobProblems } from "./jobs-begin-apart.mjs";

const at = (schedules) => jobProblems(Object.keys(schedules).map((name) => `plugins/marketplace/src/jobs/${name}.ts`), (path) => `export const config = { name: "x", schedule: ${schedules[path.match(/jobs\/(.*)\.ts/)[1]]} }\n`);

test("jobs by the clock begin each in a second of its own", () => {
  expect(at({ one: '"2 * * * * *"', other: '"6 */5 * * * *"', hourly: '"4 10 * * * *"' })).toEqual([]);
  expect(at({ one: '"2 * * * * *"', other: '"2 10 * * * *"' })).toEqual(["plugins/marketplace/src/jobs/other.ts: begins in second 2, as plugins/marketplace/src/jobs/one.ts does"]);
});

test.each(['"* * * * *"', '"* * * * * *"', '"*/5 * * * * *"', '"60 * * * * *"', "'2 * * * * *'", "EVERY_MINUTE"])("%s names no second", (schedule) => {
  expect(at({ one: schedule })).toHaveLength(1);
});

test("a job by an interval counts from its server's start, and files that are no jobs are not read", () => {
  expect(at({ one: "{ interval: 5_000 }" })).toEqual([]);
  expect(jobProblems(["plugins/marketplace/src/jobs/one.test.ts", "docs/jobs/one.ts"], () => 'schedule: "* * * * *"')).toEqual([]);
});

test("the house's own jobs do", () => {
  const jobs = repositoryFiles().filter((path) => /\/src\/jobs\/[^/.]+\.ts$/.test(path));
  expect(jobs.length).toBeGreaterThan(20);
  expect(checkJobs(jobs)).toEqual([]);
});
