import { installAndBuild } from "../prepare.mjs";
import { asProblem, printProblem } from "../problem.mjs";
import { seconds } from "../progress.mjs";
import { TestRun } from "../test-run.mjs";
import { stopTools } from "../tools.mjs";

/** npm test: everything, from a fresh clone. Ends with one line, "N passed, N failed". */
export async function run() {
  const startedAt = Date.now();
  const tests = new TestRun();
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (interrupted) process.exit(130);
      interrupted = true;
      stopTools();
      void tests.cleanUp().finally(() => process.exit(130));
    });
  }
  try {
    await installAndBuild();
    await tests.run();
  } catch (error) {
    if (interrupted) return;
    printProblem(asProblem(error, "npm test"));
    tests.fail("npm test");
  }
  if (interrupted) return;
  await tests.cleanUp().catch((error) => printProblem(asProblem(error, "Cleaning up")));
  const { line, ok } = tests.summary();
  process.stdout.write(`npm test took ${seconds(startedAt)}\n${line}\n`);
  process.exit(ok ? 0 : 1);
}
