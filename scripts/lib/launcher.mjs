import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { announce } from "./announce.mjs";
import { loadSecrets, prepareDataDir } from "./data-dir.mjs";
import { House } from "./house.mjs";
import { pidRegister, stopLeftOvers } from "./left-overs.mjs";
import { waitForLock } from "./lock.mjs";
import { requireFree } from "./ports.mjs";
import { installAndBuild } from "./prepare.mjs";
import { asProblem, printProblem, Problem } from "./problem.mjs";
import { say } from "./progress.mjs";
import { describeRun, removeRunFile, writeRunFile } from "./run-file.mjs";
import { loadSettings } from "./settings.mjs";
import { stopTools } from "./tools.mjs";

/** One launcher per DATA_DIR: takes the lock and clears up after one that was killed. */
export async function claim(dataDir) {
  const lock = await waitForLock(join(dataDir, "launcher.lock"), {
    giveUpAfterMs: 3000,
    whenWaiting: ({ pid }) => say(`Another launcher (pid ${pid}) uses ${dataDir} / Đang chờ tiến trình khác`),
  });
  if (!lock.release) throw new Problem(`Chợ Phiên is already running on this DATA_DIR (${dataDir}, pid ${lock.holder.pid}): stop it, or set DATA_DIR, BACKEND_PORT and STOREFRONT_PORT for a second one.`);
  const clearedUp = await stopLeftOvers(dataDir);
  return { ...lock, clearedUp };
}

/** npm start: opens the house and keeps it open until it is told to stop. `shape` is the class of that house. */
export class Launcher {
  #shape;
  #house;
  #lock;
  #register;
  #dataDir;
  #stopping;
  #stopRequestedAt = 0;

  constructor({ shape = House } = {}) {
    this.#shape = shape;
  }

  async run() {
    const startedAt = Date.now();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => this.#onSignal());
    this.#watchParent();
    process.on("uncaughtException", (error) => void this.#fail(error));
    process.on("unhandledRejection", (error) => void this.#fail(error));
    try {
      await this.#open(startedAt);
    } catch (error) {
      if (!this.#stopping) await this.#fail(error);
    }
  }

  async #open(startedAt) {
    const settings = loadSettings();
    const dataDir = settings.DATA_DIR;
    this.#dataDir = dataDir;
    prepareDataDir(dataDir);
    this.#lock = await claim(dataDir);
    // What was killed a moment ago may still be letting go of its port.
    const patienceMs = this.#lock.clearedUp ? 10_000 : 0;
    await requireFree(settings.BACKEND_PORT, "BACKEND_PORT", "the backend", { host: settings.LISTEN_HOST, patienceMs });
    await requireFree(settings.STOREFRONT_PORT, "STOREFRONT_PORT", "the storefront", { host: settings.LISTEN_HOST, patienceMs });
    const runId = randomUUID();
    process.env.CHO_PHIEN_RUN = runId;
    this.#register = pidRegister(dataDir, runId);
    await installAndBuild();
    const secrets = loadSecrets(dataDir);
    this.#house = new this.#shape({ settings, secrets, dataDir, runId, register: this.#register, onGiveUp: (error) => void this.#fail(error) });
    const house = this.#house;
    for (const part of [() => house.openDatabase(), () => house.furnish(), () => house.openServers()]) {
      if (this.#stopping) return;
      await part();
    }
    if (this.#stopping) return;
    const run = describeRun({ settings: house.settings, dataDir, publishableKey: house.publishableKey, servers: house.servers });
    writeRunFile(dataDir, run);
    announce(run, { settings: house.settings, readySeconds: (Date.now() - startedAt) / 1000 });
  }

  /** The terminal and npm may both pass one Ctrl-C on, so a second one counts only after a second. */
  #onSignal() {
    const now = Date.now();
    if (!this.#stopRequestedAt) {
      this.#stopRequestedAt = now;
      say("Đang đóng chợ · closing (Ctrl-C again to force)");
      void this.#stop(0);
    } else if (now - this.#stopRequestedAt > 1000) {
      say("Buộc dừng · forced");
      void this.#house?.close({ now: true }).finally(() => this.#leave(0));
      if (!this.#house) this.#leave(0);
    }
  }

  /** Started by npm and npm is killed: nobody could stop this launcher any more, so it stops itself. */
  #watchParent() {
    if (process.env.npm_lifecycle_event !== "start" && process.env.CHO_PHIEN_STOP_WITH_PARENT !== "1") return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent && !this.#stopRequestedAt) this.#onSignal();
    }, 500).unref();
  }

  async #fail(error) {
    if (this.#stopping) return;
    printProblem(asProblem(error, "Chợ Phiên"));
    await this.#stop(1);
  }

  async #stop(code) {
    if (this.#stopping) return;
    this.#stopping = true;
    try {
      if (this.#register) removeRunFile(this.#dataDir);
      this.#lock?.update?.({ stopping: true });
      stopTools("SIGTERM");
      await this.#house?.close();
      stopTools("SIGKILL");
    } catch (error) {
      printProblem(asProblem(error, "Stopping"));
      this.#leave(1);
    }
    this.#leave(code);
  }

  #leave(code) {
    try {
      if (this.#register) removeRunFile(this.#dataDir);
      this.#register?.remove();
      this.#lock?.release?.();
    } finally {
      process.exit(code);
    }
  }
}
