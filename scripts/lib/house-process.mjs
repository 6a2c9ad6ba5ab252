import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readJson } from "./data-dir.mjs";
import { root } from "./paths.mjs";

/**
 * A house of its own, started the way a person starts it (scripts/start.mjs) with these settings and arguments.
 * Output is gathered; `ready` resolves to run.json, or rejects when it ends before.
 */
export function startHouse(settings, { show = false, args = [] } = {}) {
  // Nothing of the caller's settings leaks in: a test says all it means.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(?:PATH|HOME|USER|LANG|LC_.*|TMPDIR|TZ|npm_execpath|npm_config_.*)$/i.test(name)));
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs"), ...args], { cwd: root, env: { ...inherited, CHO_PHIEN_STOP_WITH_PARENT: "1", CHO_PHIEN_NO_ENV_FILE: "1", ...settings }, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const house = { pid: child.pid, output: "", errors: "", code: undefined, signal: undefined };
  child.stdout.on("data", (chunk) => { house.output += chunk; if (show) process.stdout.write(chunk); });
  child.stderr.on("data", (chunk) => { house.errors += chunk; if (show) process.stderr.write(chunk); });
  house.ended = new Promise((resolve) => {
    child.on("close", (code, signal) => { house.code = code; house.signal = signal; resolve(code); });
  });
  const runFile = join(settings.DATA_DIR, "run.json");
  house.ready = (async () => {
    while (house.code === undefined && house.signal === undefined) {
      if (existsSync(runFile) && readJson(runFile)?.pid === child.pid) return readJson(runFile);
      await sleep(50);
    }
    throw new Error(`The house ended (${house.code ?? house.signal}) before it was ready: ${house.errors.trim() || house.output.slice(-500)}`);
  })();
  house.ready.catch(() => {});
  house.signalWith = (signal) => process.kill(child.pid, signal);
  house.stop = async () => {
    if (house.code === undefined && house.signal === undefined) child.kill("SIGTERM");
    return house.ended;
  };
  return house;
}
