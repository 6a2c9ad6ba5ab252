import { installAndBuild } from "../prepare.mjs";
import { asProblem, printProblem, Problem } from "../problem.mjs";
import { seconds } from "../progress.mjs";
import { requireSomeRedis } from "../redis.mjs";
import { TestRun } from "../test-run.mjs";
import { stopTools } from "../tools.mjs";

const everything = {
  name: "npm test",
  require() {},
  run: (tests) => tests.run(),
  // Redis is not to be had from npm, so it can't be asked of everybody.
  afterwards: "Not tested: the production shape (Redis, two servers, a worker); npm test -- redis does / chưa kiểm thử dạng chạy chính thức: npm test -- redis",
};

const inProductionShape = {
  name: "npm test -- redis",
  require: () => requireSomeRedis("npm test -- redis"),
  run: (tests, files) => tests.runInProductionShape({ files, redisUrl: process.env.REDIS_URL }),
};

/** `npm test` is everything, `npm test -- redis [file …]` the HTTP and race specs in production's shape. */
export function chosen([name, ...files]) {
  if (name === undefined) return { ...everything, files };
  if (name === "redis") return { ...inProductionShape, files };
  throw new Problem(`npm test knows no "${name}": npm test runs everything, npm test -- redis the HTTP and race specs in production's shape.`);
}

/** npm test, from a fresh clone. Ends with one line, "N passed, N failed". */
export async function run(args = []) {
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
  let choice;
  try {
    choice = chosen(args);
    choice.require();
    await installAndBuild();
    await choice.run(tests, choice.files);
  } catch (error) {
    if (interrupted) return;
    printProblem(asProblem(error, "npm test"));
    tests.fail(choice?.name ?? "npm test");
  }
  if (interrupted) return;
  await tests.cleanUp().catch((error) => printProblem(asProblem(error, "Cleaning up")));
  const { line, ok } = tests.summary();
  process.stdout.write([`npm test took ${seconds(startedAt)}`, choice?.afterwards, line].filter(Boolean).map((text) => `${text}\n`).join(""));
  process.exit(ok ? 0 : 1);
}
