import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isSame } from "./process-identity.mjs";

// A lock is a file that names its holder. It appears complete, by link(2), or not at all; a holder
// that is no longer alive holds nothing.
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function tryLink(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Takes away the lock of a dead holder, and puts it back if somebody alive took it in between. */
function removeDead(file) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder && isSame(holder)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

/** Returns {release, update}, or {holder} when somebody alive has the lock. */
export function tryLock(file, note = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  const mine = { ...identify(process.pid), ...note };
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (tryLink(draft, file)) return heldLock(file, mine);
      const holder = readHolder(file);
      if (holder && isSame(holder)) return { holder };
      removeDead(file);
    }
    return { holder: readHolder(file) ?? {} };
  } finally {
    rmSync(draft, { force: true });
  }
}

function heldLock(file, mine) {
  return {
    release() {
      const holder = readHolder(file);
      if (holder?.pid === mine.pid && holder.start === mine.start) rmSync(file, { force: true });
    },
    update(note) {
      const draft = `${file}.${process.pid}.draft`;
      writeFileSync(draft, JSON.stringify({ ...mine, ...note }), { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

/** Waits for the lock; `whenWaiting(holder)` is called once, the first time it is not free. */
export async function waitForLock(file, { note, whenWaiting = () => {}, giveUpAfterMs = Infinity } = {}) {
  const startedAt = Date.now();
  let told = false;
  for (;;) {
    const lock = tryLock(file, note);
    if (lock.release) return lock;
    const patience = lock.holder.stopping ? 90_000 : giveUpAfterMs;
    if (Date.now() - startedAt > patience) return lock;
    if (!told) whenWaiting(lock.holder);
    told = true;
    await sleep(250);
  }
}
