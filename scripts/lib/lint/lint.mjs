import { join } from "node:path";
import { cacheDir, root } from "../paths.mjs";
import { step } from "../progress.mjs";
import { runTool } from "../tools.mjs";
import { Problem } from "../problem.mjs";
import { checkConventions, repositoryFiles } from "./conventions.mjs";
import { importRuleCommands } from "./import-rule.mjs";
import { checkJobs } from "./jobs-begin-apart.mjs";
import { checkLocks } from "./locks-one-by-one.mjs";

// Installed by the time it is used; this file itself needs nothing.
const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");

async function oxlintStep() {
  await runTool("oxlint", process.execPath, [oxlint, "--deny-warnings", "--report-unused-disable-directives"], { cwd: root, logFile: join(cacheDir, "logs", "oxlint.log"), showOnFailure: true });
}

async function importStep() {
  for (const [index, [command, args]] of importRuleCommands().entries()) {
    await runTool("The import rule", command, args, { cwd: root, logFile: join(cacheDir, "logs", `imports-${index}.log`), showOnFailure: true });
  }
}

async function conventionStep() {
  const problems = [...checkConventions(), ...checkJobs(repositoryFiles()), ...checkLocks(repositoryFiles())];
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join("\n")}\n`);
  throw new Problem(`${problems.length} ${problems.length === 1 ? "file breaks" : "places break"} the conventions of the house.`);
}

/** The checks that `npm run lint` and `npm test` run, by name. */
export const lintSteps = { "lint: oxlint": oxlintStep, "lint: import rule": importStep, "lint: conventions": conventionStep };

/** Runs all of them and then fails with the first failure, so that one run shows everything. */
export async function lint() {
  let failure;
  for (const [name, check] of Object.entries(lintSteps)) {
    try {
      await step(name, check);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) throw failure;
}
