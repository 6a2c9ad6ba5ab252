import { asProblem, printProblem } from "./problem.mjs";
import { stopTools } from "./tools.mjs";

/** Runs a command that ends by itself: a Problem becomes one sentence and exit code 1; Ctrl-C ends its tools too. */
export async function runCommand(name, work) {
  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) {
    process.on(signal, () => {
      stopTools();
      setTimeout(() => { stopTools("SIGKILL"); process.exit(code); }, 500);
    });
  }
  try {
    await work();
  } catch (error) {
    stopTools();
    printProblem(asProblem(error, name));
    process.exitCode = 1;
  }
}
