import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { startHouse } from "./house-process.mjs";
import { pidsOf, survivors } from "./left-overs.mjs";
import { lintSteps } from "./lint/lint.mjs";
import { embeddedPostgres } from "./postgres.mjs";
import { freePort } from "./ports.mjs";
import { asProblem, printProblem } from "./problem.mjs";
import { say, step } from "./progress.mjs";
import { specsOfOneProcess } from "./specs-of-one-process.mjs";
import { typeSteps } from "./types.mjs";
import { runVitest } from "./vitest-run.mjs";

// Secrets of a house that lives for one test run; the specs sign with them as the gateways would.
const gatewaySecrets = {
  VNPAY_TMN_CODE: "SANDBOX1",
  VNPAY_HASH_SECRET: "hash-secret-of-the-tests",
  SEPAY_WEBHOOK_SECRET: "webhook-secret-of-the-tests",
  PAYMENT_API_KEY: "sk_test_of_the_tests",
};

const httpSpecs = "scripts/vitest/http.config.mjs";

/** Everything `npm test` runs after installing and building, and the sum of it. */
export class TestRun {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #failures = [];
  #failed = [];
  #directories = [];
  #houses = [];
  #servers = [];

  #temporary(name) {
    // Not below a private home: started by root, PostgreSQL runs as another user.
    const directory = mkdtempSync(join(tmpdir(), `cho-phien-${name}-`));
    chmodSync(directory, 0o755);
    this.#directories.push(directory);
    return directory;
  }

  #add(name, counts) {
    for (const key of Object.keys(this.#counts)) this.#counts[key] += counts[key];
    if (counts.failed > 0) this.#failures.push(name);
    this.#failed.push(...(counts.failures ?? []));
  }

  /** A check that passes or fails as a whole counts as one test. */
  async check(name, work) {
    try {
      const result = await step(name, work);
      this.#add(name, { passed: 1, failed: 0, skipped: 0 });
      return result;
    } catch (error) {
      printProblem(asProblem(error, name));
      this.#add(name, { passed: 0, failed: 1, skipped: 0 });
      return undefined;
    }
  }

  async suite(name, config, env, choice) {
    this.#add(name, await step(name, () => runVitest(name, config, env, choice)));
  }

  /** Types, lint, unit tests and module tests: nothing of them needs a running house. */
  async withoutHouse() {
    for (const [name, work] of Object.entries({ ...typeSteps, ...lintSteps })) await this.check(name, work);
    await this.suite("unit", "vitest.config.mjs");
    const server = await embeddedPostgres({ dataDir: this.#temporary("modules"), password: "tests-only" });
    this.#servers.push(server);
    await server.start();
    // Medusa's test runner forces TLS unless the host is called localhost.
    await this.suite("module", "scripts/vitest/module.config.mjs", { TEST_DATABASE_URL: server.url.replace("127.0.0.1", "localhost") });
    await server.stop();
  }

  async openHouse({ args, extra = {}, name = "a house opens on an empty directory" } = {}) {
    const dataDir = this.#temporary("house");
    const settings = { ...gatewaySecrets, ...extra, FOUR_EYES_ACCOUNT_AGE_HOURS: "72", DATA_DIR: dataDir, BACKEND_PORT: String(await freePort()), STOREFRONT_PORT: String(await freePort()) };
    const house = startHouse(settings, { args });
    this.#houses.push(house);
    const run = await this.check(name, () => house.ready);
    const env = run && { ...settings, TEST_RUN_JSON: join(dataDir, "run.json"), TEST_DATA_DIR: dataDir, TEST_BACKEND_URL: run.backend, TEST_SHOP_URL: run.shop };
    return run && { house, dataDir, env };
  }

  async againstHouse({ house, dataDir, env }) {
    await this.suite("http", httpSpecs, env);
    if (await this.check("a browser for the journeys", browser)) await this.suite("browser", "scripts/vitest/browser.config.mjs", env);
    await this.check("the house closes in order", async () => {
      const code = await house.stop();
      if (code !== 0) throw new Error(`it ended with ${code}: ${house.errors.trim()}`);
      if (existsSync(join(dataDir, "run.json"))) throw new Error("run.json is still there");
    });
    await this.suite("launcher", "scripts/vitest/launcher.config.mjs", { TEST_DATA_DIR: dataDir });
  }

  async run() {
    const opening = this.openHouse();
    await this.withoutHouse();
    const opened = await opening;
    if (opened) await this.againstHouse(opened);
    else this.#failures.push("http, browser and launcher tests did not run: no house");
  }

  /**
   * npm test -- redis: the HTTP and race specs (or those of them that `files` names) where servers share nothing but
   * PostgreSQL and Redis. Only there is Medusa's Redis code run at all: its locks, events, workflows and caching.
   */
  async runInProductionShape({ files = [], redisUrl } = {}) {
    const opened = await this.openHouse({ args: ["--production-shape"], extra: redisUrl ? { REDIS_URL: redisUrl } : {}, name: "a house of production's shape opens: Redis, two servers, a worker" });
    if (!opened) return this.#failures.push("no HTTP and race tests ran: no house");
    const { house, dataDir, env } = opened;
    for (const [file, reason] of Object.entries(specsOfOneProcess)) say(`Left out: ${file}: ${reason}`);
    await this.suite("production shape", httpSpecs, env, { files, without: Object.keys(specsOfOneProcess) });
    await this.check("nothing of it ended before its time, and it closes without a trace", async () => {
      const revived = house.output.split("\n").filter((line) => line.includes("is started again"));
      if (revived.length > 0) throw new Error(revived.join(" · "));
      const register = pidsOf(dataDir);
      const code = await house.stop();
      if (code !== 0) throw new Error(`it ended with ${code}: ${house.errors.trim()}`);
      if (survivors(register).length > 0) throw new Error(`these are left: ${survivors(register).join(" · ")}`);
    });
  }

  async cleanUp() {
    for (const house of this.#houses) await house.stop().catch(() => {});
    for (const server of this.#servers) await server.stop("SIGQUIT").catch(() => {});
    // Files of the user "postgres" too: root may remove them, and anybody else owns them.
    for (const directory of this.#directories) rmSync(directory, { recursive: true, force: true });
  }

  /** The last line of npm test. Before it, what failed: who has only the end of the output reads it there. */
  summary() {
    const { passed, failed, skipped } = this.#counts;
    for (const text of this.#failed) process.stderr.write(`✖ ${text}\n`);
    if (this.#failures.length > 0) process.stderr.write(`✖ ${this.#failures.join(" · ")}\n`);
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    return { line, ok: failed === 0 && this.#failures.length === 0 };
  }

  fail(name) {
    this.#add(name, { passed: 0, failed: 1, skipped: 0 });
  }
}
