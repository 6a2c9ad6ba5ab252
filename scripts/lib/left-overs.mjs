import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readJson, writePrivate } from "./data-dir.mjs";
import { commandLine, isSame, processesWith, startOf } from "./process-identity.mjs";
import { say } from "./progress.mjs";
import { killGroup } from "./tools.mjs";

const fileOf = (dataDir) => join(dataDir, "pids.json");

export const pidsOf = (dataDir) => readJson(fileOf(dataDir));

/** DATA_DIR/pids.json: who was started by which run, so that the next one can clear up after a kill -9. */
export function pidRegister(dataDir, runId) {
  const register = { run: runId, children: {} };
  const write = () => writePrivate(fileOf(dataDir), JSON.stringify(register));
  write();
  return {
    add(name, identity) { register.children[name] = identity; write(); },
    remove() { rmSync(fileOf(dataDir), { force: true }); },
  };
}

function alive(register) {
  const leaders = Object.values(register.children ?? {}).filter(isSame).map(({ pid }) => pid);
  return [...new Set([...leaders, ...(register.run ? processesWith(`CHO_PHIEN_RUN=${register.run}`) : [])])];
}

/** Every process of a run that still lives, found by the mark in its environment and by the noted pids. */
export function survivors(register) {
  const noted = Object.values(register.children).map(({ pid }) => pid).filter((pid) => startOf(pid));
  const pids = new Set([...noted, ...processesWith(`CHO_PHIEN_RUN=${register.run}`)]);
  return [...pids].map((pid) => `${pid} ${commandLine(pid)}`);
}

function signalAll(pids, signal) {
  for (const pid of pids) {
    killGroup(pid, signal);
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between.
    }
  }
}

/** Stops what a killed launcher left: the groups it noted, and every process that carries its run's mark. True when there was one. */
export async function stopLeftOvers(dataDir) {
  const register = pidsOf(dataDir);
  rmSync(join(dataDir, "run.json"), { force: true });
  if (!register) return false;
  const pids = alive(register);
  if (pids.length > 0) {
    say(`Stopping ${pids.length} processes left by an earlier run / Đang dừng tiến trình còn sót`);
    signalAll(pids, "SIGTERM");
    for (let waited = 0; waited < 100 && pids.some((pid) => startOf(pid)); waited += 1) await sleep(100);
    signalAll(alive(register), "SIGKILL");
    for (let waited = 0; waited < 50 && alive(register).length > 0; waited += 1) await sleep(100);
  }
  rmSync(fileOf(dataDir), { force: true });
  return true;
}
