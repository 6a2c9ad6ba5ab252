import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./process-identity.mjs";
import { Problem } from "./problem.mjs";
import { groupIsGone, killGroup, tailOf, tellingLine } from "./tools.mjs";

const patienceMs = 120_000;
const attempts = 6;

/**
 * A server that is kept running. It leads its own process group, so that a Ctrl-C of the terminal
 * reaches only the launcher, which stops things in order. When it dies it is started again after
 * 1, 2, 4, 8, 16 seconds; a minute of health clears the count.
 */
export class Service {
  #child;
  #stopping = false;
  #failures = 0;
  #readySince = 0;

  constructor({ name, title, command, args, cwd, env, logFile, isReady, onStart, onRestart, onGiveUp }) {
    Object.assign(this, { name, title, command, args, cwd, env, logFile, isReady, onStart, onRestart, onGiveUp });
  }

  /** Starts and waits until it is ready; an end before that is a Problem. */
  async start() {
    mkdirSync(dirname(this.logFile), { recursive: true });
    if (existsSync(this.logFile)) renameSync(this.logFile, `${this.logFile}.1`);
    this.#spawn();
    await this.#ready();
  }

  #spawn() {
    const log = openSync(this.logFile, "a", 0o600);
    const child = spawn(this.command, this.args, { cwd: this.cwd, env: { ...process.env, ...this.env }, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    this.#child = child;
    this.#readySince = 0;
    child.once("error", () => {});
    child.once("exit", (code, signal) => {
      killGroup(child.pid, "SIGKILL");
      if (this.#child === child) this.#child = undefined;
      const wasReady = this.#readySince > 0;
      if (wasReady && Date.now() - this.#readySince > 60_000) this.#failures = 0;
      if (wasReady && !this.#stopping) void this.#revive(signal ?? `exit code ${code}`);
    });
    this.onStart(this.name, identify(child.pid));
    return child;
  }

  async #ready() {
    const child = this.#child;
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (this.#stopping) return;
      if (this.#child !== child) throw new Problem(`The ${this.title} stopped while starting: ${tellingLine(tailOf(this.logFile))} — its log is ${this.logFile}.`);
      if (await this.isReady()) {
        this.#readySince = Date.now();
        return;
      }
      await sleep(100);
    }
    throw new Problem(`The ${this.title} did not become ready within ${patienceMs / 1000} s: ${tellingLine(tailOf(this.logFile))} — its log is ${this.logFile}.`);
  }

  async #revive(how) {
    while (!this.#stopping) {
      this.#failures += 1;
      if (this.#failures >= attempts) {
        this.onGiveUp(new Problem(`The ${this.title} ended ${this.#failures} times in a row (${how}): ${tellingLine(tailOf(this.logFile))} — its log is ${this.logFile}.`));
        return;
      }
      const delaySeconds = 2 ** (this.#failures - 1);
      this.onRestart(`The ${this.title} ended (${how}) and is started again in ${delaySeconds} s / đang khởi động lại`);
      await sleep(delaySeconds * 1000);
      if (this.#stopping) return;
      try {
        this.#spawn();
        await this.#ready();
        if (!this.#stopping) this.onRestart(`The ${this.title} is back / đã chạy lại`);
        return;
      } catch {
        if (this.#child) await this.#end("SIGKILL");
      }
    }
  }

  async #end(signal, patience = 20_000) {
    const child = this.#child;
    if (!child) return;
    killGroup(child.pid, signal);
    const deadline = Date.now() + patience;
    while (this.#child === child && isAlive(child.pid)) {
      if (Date.now() > deadline) killGroup(child.pid, "SIGKILL");
      await sleep(30);
    }
    await groupIsGone(child.pid);
  }

  async stop(signal = "SIGTERM") {
    this.#stopping = true;
    await this.#end(signal);
  }
}
