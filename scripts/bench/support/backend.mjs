import { spawn } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadSecrets, prepareDataDir } from "../../lib/data-dir.mjs";
import { House } from "../../lib/house.mjs";
import { backendServerDir, medusaCli } from "../../lib/paths.mjs";
import { freePort } from "../../lib/ports.mjs";
import { Problem } from "../../lib/problem.mjs";
import { inRole } from "../../lib/production-house.mjs";
import { quietEnvironment } from "../../lib/quiet.mjs";
import { openRedis, requireSomeRedis } from "../../lib/redis.mjs";
import { readSettings } from "../../lib/settings.mjs";
import { groupIsGone, killGroup, tailOf, tellingLine, trackGroup } from "../../lib/tools.mjs";

/** Settings every bench can sign with, as the gateway and the bank would. */
export const benchSecrets = {
  VNPAY_TMN_CODE: "BENCH001",
  VNPAY_HASH_SECRET: "hash-secret-of-the-bench",
  SEPAY_WEBHOOK_SECRET: "webhook-secret-of-the-bench",
  PAYMENT_API_KEY: "sk_test_of_the_bench",
};

/** A directory that is gone when the bench is; not below a private home: PostgreSQL may run as another user. */
function benchDirectory() {
  const directory = mkdtempSync(join(tmpdir(), "cho-phien-bench-"));
  chmodSync(directory, 0o755);
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/**
 * The demonstration fair on a database of its own, without a storefront and without anybody who would start a
 * killed backend again: a bench does that itself. With BENCH_DATA_DIR it is the fair of that directory, which must be
 * closed: nothing is seeded, and what the bench orders and pays stays there. `settings` are this bench's own. With
 * `beside`, background work has a worker of its own, as in docker-compose.yml, and Redis is between them. Resolves to
 * { directory, databaseUrl, backend, worker, key, env, close }.
 */
export async function openFair({ dataDir: givenDataDir = process.env.BENCH_DATA_DIR, settings: own = {}, beside = false } = {}) {
  if (beside) requireSomeRedis("A server beside a worker");
  const directory = benchDirectory();
  const dataDir = givenDataDir ?? join(directory, "data");
  const ports = { BACKEND_PORT: String(await freePort()), STOREFRONT_PORT: String(await freePort()) };
  prepareDataDir(dataDir);
  const register = { add: (_name, { pid }) => trackGroup(pid) };
  const onGiveUp = (error) => { throw error; };
  const redis = beside ? await openRedis({ url: process.env.REDIS_URL, dataDir, register, onGiveUp }) : null;
  const settings = readSettings({ ...benchSecrets, ...own, ...ports, DATA_DIR: dataDir, ...(redis && { REDIS_URL: redis.url }) });
  const house = new House({ settings, secrets: loadSecrets(dataDir), dataDir, runId: "bench", register, onGiveUp });
  const close = async () => {
    await house.close();
    await redis?.close("SIGTERM");
  };
  try {
    await house.openDatabase();
    await house.furnish("demo");
  } catch (error) {
    await close();
    throw error;
  }
  const server = (name, port, mode) => new Backend({ cwd: backendServerDir, env: beside ? inRole(house.backendEnv, mode) : house.backendEnv, port, logFile: join(dataDir, "logs", `${name}.log`) });
  const backend = server("backend", settings.BACKEND_PORT, "server");
  const worker = beside ? server("worker", await freePort(), "worker") : null;
  return {
    directory, dataDir, backend, worker, key: house.publishableKey, databaseUrl: house.databaseUrl, env: house.backendEnv,
    async close() {
      await Promise.all([backend.kill("SIGTERM"), worker?.kill("SIGTERM")]);
      await close();
    },
  };
}

/** One Medusa server. `start` resolves when it answers; `kill` when the last process of it is gone. */
export class Backend {
  #child;

  constructor({ cwd, env, port, logFile, nodeFlags = profileFlags() }) {
    Object.assign(this, { cwd, env, port, logFile, nodeFlags, url: `http://127.0.0.1:${port}` });
  }

  get pid() { return this.#child?.pid; }

  async start() {
    const log = openSync(this.logFile, "a", 0o600);
    const child = spawn(process.execPath, [...this.nodeFlags, medusaCli, "start", "-p", String(this.port)], {
      cwd: this.cwd, env: { ...process.env, ...quietEnvironment, NODE_ENV: "production", ...this.env }, stdio: ["ignore", log, log], detached: true,
    });
    closeSync(log);
    const forget = trackGroup(child.pid);
    this.#child = child;
    child.once("exit", () => {
      forget();
      if (this.#child === child) this.#child = undefined;
    });
    const deadline = Date.now() + 120_000;
    while (!(await this.isReady())) {
      if (this.#child !== child || Date.now() > deadline) throw new Problem(`The server under test did not start: ${tellingLine(tailOf(this.logFile))}`);
      await sleep(50);
    }
    return this;
  }

  async isReady() {
    return fetch(`${this.url}/health`, { signal: AbortSignal.timeout(5000) }).then((answer) => answer.ok, () => false);
  }

  async kill(signal = "SIGKILL") {
    const child = this.#child;
    if (!child) return;
    killGroup(child.pid, signal);
    while (this.#child === child) await sleep(10);
    await groupIsGone(child.pid);
  }
}

/** BENCH_CPU_PROFILE=<directory>: each server leaves a .cpuprofile there when it ends in order. */
function profileFlags() {
  const directory = process.env.BENCH_CPU_PROFILE;
  return directory ? ["--cpu-prof", `--cpu-prof-dir=${directory}`] : [];
}
