import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./process-identity.mjs";
import { killGroup } from "./tools.mjs";

/** A development server that speaks to the terminal. It restarts when told to; it does not come back by itself. */
export class DevServer {
  #child;

  constructor({ name, note, cwd, env, args }) {
    Object.assign(this, { name, note, cwd, env, args });
  }

  start() {
    const child = spawn(process.execPath, this.args, { cwd: this.cwd, env: { ...process.env, ...this.env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    child.once("error", () => {});
    child.once("exit", () => killGroup(child.pid, "SIGKILL"));
    this.#child = child;
    this.note(this.name, identify(child.pid));
  }

  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    killGroup(child.pid, "SIGTERM");
    for (let waited = 0; waited < 100 && isAlive(child.pid); waited += 1) await sleep(50);
    killGroup(child.pid, "SIGKILL");
  }

  async restart() {
    await this.stop();
    this.start();
  }
}
