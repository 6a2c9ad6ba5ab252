import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backendEnvironment, requireServices, storefrontEnvironment } from "./environment.mjs";
import { backendServerDir, medusaCli, storefrontDir, storefrontStart } from "./paths.mjs";
import { createDatabase, dropDatabase, openState, requireDatabase } from "./database.mjs";
import { embeddedPostgres } from "./postgres.mjs";
import { identify } from "./process-identity.mjs";
import { migrate, seed } from "./medusa.mjs";
import { requireFree } from "./ports.mjs";
import { Problem } from "./problem.mjs";
import { say, step } from "./progress.mjs";
import { Service } from "./service.mjs";

const databaseName = "cho_phien";

async function answersOk(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status < 400;
  } catch {
    return false;
  }
}

/** The servers of one DATA_DIR: database, backend, storefront. Started upwards, stopped downwards. */
export class House {
  #postgres;
  #backends = [];
  #storefront;
  #closing = false;

  constructor({ settings, secrets, dataDir, runId, register, onGiveUp }) {
    Object.assign(this, { settings, secrets, dataDir, runId, register, onGiveUp });
  }

  /** The embedded database, or the one of DATABASE_URL. */
  async openDatabase() {
    const { settings, secrets, dataDir } = this;
    const options = { ssl: settings.DATABASE_SSL };
    await requireServices(settings);
    if (settings.DATABASE_URL) {
      await requireDatabase(settings.DATABASE_URL, options);
      this.databaseUrl = settings.DATABASE_URL;
    } else {
      this.#postgres = await embeddedPostgres({ dataDir, password: secrets.POSTGRES_PASSWORD, say });
      await step("embedded PostgreSQL / cơ sở dữ liệu nhúng", () => this.#postgres.start());
      this.register.add("postgres", identify(this.#postgres.pid));
      this.#postgres.onExit(() => void this.#revivePostgres());
      await createDatabase(this.#postgres.url, databaseName);
      this.databaseUrl = this.#postgres.urlOf(databaseName);
    }
    this.backendEnv = backendEnvironment({ settings, secrets, databaseUrl: this.databaseUrl, runId: this.runId });
  }

  async #revivePostgres() {
    if (this.#closing) return;
    say("The embedded PostgreSQL ended and is started again / cơ sở dữ liệu đang khởi động lại");
    try {
      await this.#postgres.restart();
      this.register.add("postgres", identify(this.#postgres.pid));
      say("The embedded PostgreSQL is back / cơ sở dữ liệu đã chạy lại");
    } catch (error) {
      this.onGiveUp(error);
    }
  }

  /** Migrates and, on the first run, seeds. `kind` undefined: the demonstration in the sandbox, else the registers. */
  async furnish(kind = this.settings.SANDBOX ? "demo" : "empty") {
    const { settings, backendEnv: env, dataDir } = this;
    let state = await openState(this.databaseUrl, { ssl: settings.DATABASE_SSL });
    try {
      const earlier = await state.get("seed");
      if (earlier?.endsWith("begun")) {
        if (!this.#postgres) throw new Problem("An earlier seeding of the database at DATABASE_URL did not reach its end: give it a new, empty database.");
        say("An earlier seeding was interrupted and begins again / Nạp lại dữ liệu từ đầu");
        await state.close();
        await this.recreateDatabase();
        state = await openState(this.databaseUrl);
      }
      await migrate({ state, settings, env, dataDir });
      if (!(await state.get("seed"))?.endsWith("done")) await seed({ state, kind, env, dataDir });
      this.publishableKey = await state.publishableKey();
    } finally {
      await state.close();
    }
    if (!this.publishableKey) throw new Problem("The database holds no publishable key: it was not seeded by Chợ Phiên, so give DATABASE_URL a new, empty database.");
    writeFileSync(join(dataDir, "publishable-key"), `${this.publishableKey}\n`, { mode: 0o600 });
  }

  /** Only ever done to the embedded database. */
  async recreateDatabase() {
    await dropDatabase(this.#postgres.url, databaseName);
    await createDatabase(this.#postgres.url, databaseName);
    rmSync(join(this.dataDir, "uploads"), { recursive: true, force: true });
  }

  get isEmbedded() { return this.#postgres !== undefined; }

  async openServers() {
    const { settings, dataDir, runId } = this;
    const { BACKEND_PORT: backendPort, STOREFRONT_PORT: storefrontPort, LISTEN_HOST: host } = settings;
    await requireFree(backendPort, "BACKEND_PORT", "the backend", { host });
    await requireFree(storefrontPort, "STOREFRONT_PORT", "the storefront", { host });
    this.#storefront = this.#service({
      name: "storefront", port: storefrontPort, health: "/", cwd: storefrontDir, program: [storefrontStart],
      env: storefrontEnvironment({ settings, dataDir, publishableKey: this.publishableKey, runId }),
    });
    await step("backend / máy chủ", () => this.openBackends());
    await step("storefront / mặt tiền", () => this.#storefront.start());
  }

  /** What answers at BACKEND_PORT and does the work behind it: here one server for everything. */
  async openBackends() {
    await this.keep([this.backend({ name: "backend", port: this.settings.BACKEND_PORT, env: this.backendEnv })]);
  }

  backend({ name, port, env, health = "/health/ready" }) {
    return this.#service({ name, port, health, env, cwd: backendServerDir, program: [medusaCli, "start"] });
  }

  /** Known before they are started, so that one that is still starting is stopped with the house. */
  async keep(backends) {
    this.#backends = backends;
    await Promise.all(backends.map((backend) => backend.start()));
  }

  #service({ name, port, health, cwd, program, env }) {
    const host = this.settings.LISTEN_HOST;
    const near = host && host !== "0.0.0.0" && host !== "::" ? host : "localhost";
    return new Service({
      name, title: name, cwd, env, command: process.execPath,
      args: [...program, "-p", String(port), ...(host ? ["-H", host] : [])],
      logFile: join(this.dataDir, "logs", `${name}.log`),
      isReady: () => answersOk(`http://${near}:${port}${health}`),
      onStart: (started, identity) => this.register.add(started, identity), onRestart: say, onGiveUp: this.onGiveUp,
    });
  }

  /** In order: nobody is served by a backend whose database is gone. `now` skips the courtesy. */
  async close({ now = false } = {}) {
    this.#closing = true;
    const signal = now ? "SIGKILL" : "SIGTERM";
    await this.#storefront?.stop(signal);
    await Promise.all(this.#backends.map((backend) => backend.stop(signal)));
    await this.#postgres?.stop(now ? "SIGQUIT" : "SIGINT");
  }
}
