import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

// A pid alone says little: after a crash or a reboot it may belong to a stranger. A pid together with
// the moment it started (and the boot, on Linux) names one process for ever.
const bootId = readOr("/proc/sys/kernel/random/boot_id", "").trim();

function readOr(file, fallback) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return fallback;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** When the process started, as an opaque text; undefined when there is no such (living) process. */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) return undefined;
  if (process.platform === "linux") {
    const stat = readOr(`/proc/${pid}/stat`, "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 20 || fields[0] === "Z") return undefined;
    return `${bootId}:${fields[19]}`;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export function identify(pid) {
  return { pid, start: startOf(pid) };
}

export function isSame(identity) {
  return identity?.start !== undefined && startOf(identity.pid) === identity.start;
}

export function commandLine(pid) {
  if (process.platform === "linux") return readOr(`/proc/${pid}/cmdline`, "").replaceAll("\0", " ");
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Linux only: living processes whose environment holds `marker` ("NAME=value"). */
export function processesWith(marker) {
  if (process.platform !== "linux") return [];
  const found = [];
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    if (readOr(`/proc/${pid}/environ`, "").split("\0").includes(marker) && startOf(pid)) found.push(pid);
  }
  return found;
}
