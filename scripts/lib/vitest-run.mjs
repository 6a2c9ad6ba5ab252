import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
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

/** Runs the tests of one config, shows them, and counts them. No report is one failure. */
export async function runVitest(name, config, env = {}) {
  const report = join(cacheDir, "reports", `${name}.json`);
  mkdirSync(join(cacheDir, "reports"), { recursive: true });
  rmSync(report, { force: true });
  const args = [vitestCli, "run", "--config", join(root, config), "--root", root, "--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...quietEnvironment, NODE_ENV: "test", ...env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const forget = trackGroup(child.pid);
    child.on("error", () => resolve(1));
    child.on("close", (status) => { forget(); killGroup(child.pid, "SIGKILL"); resolve(status ?? 1); });
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = countsOf(JSON.parse(readFileSync(report, "utf8")));
  // Errors outside of any test (an unhandled rejection) make vitest fail with no failed test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
