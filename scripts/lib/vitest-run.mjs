import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { cacheDir, root } from "./paths.mjs";
import { quietEnvironment } from "./quiet.mjs";
import { killGroup, trackGroup } from "./tools.mjs";

const vitestCli = join(root, "node_modules", "vitest", "vitest.mjs");

/** Counts of one JSON report. A file that could not be loaded has no tests and is one failure. */
export function countsOf(report) {
  const broken = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  const setUpFailed = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length > 0 && assertionResults.every((one) => one.status !== "failed")).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken + setUpFailed, skipped: report.numPendingTests + report.numTodoTests };
}

const shownLines = 12;
const shownFailures = 40;

/** What failed in one JSON report: one text each, the file, the test and the beginning of its message. */
export function failuresOf(report) {
  const failures = report.testResults.flatMap(({ name, message, assertionResults, status }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    // A file that could not be loaded, or whose set-up failed, has its message itself.
    if (status === "failed" && failed.length === 0) return [{ file: name, test: "", messages: [message ?? ""] }];
    return failed.map(({ fullName, failureMessages }) => ({ file: name, test: fullName.trim(), messages: failureMessages ?? [] }));
  });
  const texts = failures.slice(0, shownFailures).map(({ file, test, messages }) => {
    const message = stripVTControlCharacters(messages.join("\n")).trim().split("\n").slice(0, shownLines).map((line) => `    ${line}`).join("\n");
    return `${relative(root, file)}${test && ` > ${test}`}\n${message}`;
  });
  if (failures.length > shownFailures) texts.push(`and ${failures.length - shownFailures} more`);
  return texts;
}

/** What vitest is told. `files` (parts of names): those alone, and then there must be some; `without`: all but these. */
export function vitestArguments(config, report, { files = [], without = [] } = {}) {
  const some = files.length > 0 ? files : ["--passWithNoTests"];
  return [vitestCli, "run", "--config", join(root, config), "--root", root, ...some, ...without.flatMap((file) => ["--exclude", file]), "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
}

/** Runs the tests of one config, shows them, counts them and keeps what failed. No report is one failure. */
export async function runVitest(name, config, env = {}, choice = {}) {
  const report = join(cacheDir, "reports", `${name.replaceAll(" ", "-")}.json`);
  mkdirSync(join(cacheDir, "reports"), { recursive: true });
  rmSync(report, { force: true });
  const args = vitestArguments(config, report, choice);
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...quietEnvironment, NODE_ENV: "test", ...env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const forget = trackGroup(child.pid);
    child.on("error", () => resolve(1));
    child.on("close", (status) => { forget(); killGroup(child.pid, "SIGKILL"); resolve(status ?? 1); });
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, failures: [] };
  const read = JSON.parse(readFileSync(report, "utf8"));
  const counts = countsOf(read);
  // Errors outside of any test (an unhandled rejection) make vitest fail with no failed test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { ...counts, failures: failuresOf(read) };
}
