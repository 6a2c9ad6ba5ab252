import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const job = /^plugins\/[^/]+\/src\/jobs\/[^/.]+\.ts$/;
const cron = /schedule: "([^"]+)"/;
const interval = /schedule: \{ interval: [\d_]+ \}/;

/**
 * Jobs by the clock name their second, each its own: without it all of a minute's begin in its first, and whoever
 * asks for something then waits for all of them (docs/benchmarks.md, "Jobs"). Problems as sentences; `read(path)` gives a file's text.
 */
export function jobProblems(paths, read) {
  const problems = [];
  const taken = new Map();
  for (const path of paths.filter((one) => job.test(one))) {
    const text = read(path);
    if (interval.test(text)) continue;
    const schedule = cron.exec(text)?.[1] ?? "";
    const fields = schedule.trim().split(/\s+/);
    const second = Number(fields[0]);
    if (fields.length !== 6 || !/^\d+$/.test(fields[0]) || second > 59) {
      problems.push(`${path}: "${schedule}" names no second to begin in (schedule: "<second> …", six fields in double quotes)`);
    } else if (taken.has(second)) {
      problems.push(`${path}: begins in second ${second}, as ${taken.get(second)} does`);
    } else {
      taken.set(second, path);
    }
  }
  return problems;
}

export function checkJobs(paths) {
  return jobProblems(paths, (path) => readFileSync(join(root, path), "utf8"));
}
