import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem.mjs";
import { quietEnvironment } from "./quiet.mjs";

// Tools are children that end by themselves: npm, compilers, migrations. Each leads a process group
// of its own, so that all it started goes when it goes.
const groups = new Set();

export function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Until the last process of a group that was killed is gone, two seconds at most. */
export async function groupIsGone(pid) {
  for (let waited = 0; waited < 40; waited += 1) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

/** A group that is stopped with the tools; returns what forgets it. */
export function trackGroup(pid) {
  groups.add(pid);
  return () => groups.delete(pid);
}

export function stopTools(signal = "SIGTERM") {
  for (const pid of groups) killGroup(pid, signal);
  return groups.size;
}

/** Medusa writes one JSON object per line when nobody watches. */
function plain(line) {
  if (!line.startsWith("{")) return line;
  try {
    const { level, message } = JSON.parse(line);
    return message ? `${level}: ${message}` : line;
  } catch {
    return line;
  }
}

/** The line of a log that tells most: the last one that looks like an error, else the last one. */
export function tellingLine(output) {
  const lines = output.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "").split("\n").map((line) => plain(line.trim())).filter((line) => line && !line.startsWith("at "));
  const compilerError = lines.find((line) => /error TS\d+/.test(line));
  if (compilerError) return compilerError.slice(0, 300);
  const errors = lines.filter((line) => /error|ERR!|cannot|failed|denied|refused|no space/i.test(line) && !/^npm warn|complete log of this run/i.test(line));
  return (errors.at(-1) ?? lines.at(-1) ?? "no output").replace(/^(error|warn|npm error):?\s+/i, "").slice(0, 300);
}

/**
 * Runs a program to its end, output into `logFile`. Rejects with a Problem that carries the telling
 * line of the output. Resolves to the output.
 */
export function runTool(name, command, args, { cwd, env = {}, logFile, onLine, showOnFailure = false, options = {} }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { mode: 0o600 });
  return new Promise((resolve, reject) => {
    let logError;
    log.on("error", (error) => { logError = error; });
    const child = spawn(command, args, { ...options, cwd, env: { ...process.env, ...quietEnvironment, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    const take = (chunk) => {
      output = (output + chunk).slice(-400_000);
      log.write(chunk);
      if (onLine) String(chunk).split("\n").filter(Boolean).forEach(onLine);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    if (child.pid) groups.add(child.pid);
    child.on("error", (error) => reject(new Problem(`${name} could not be started (${error.message}).`)));
    child.on("close", (code, signal) => {
      groups.delete(child.pid);
      killGroup(child.pid, "SIGKILL");
      log.end();
      if (code === 0 && !logError) return resolve(output);
      if (showOnFailure) process.stderr.write(output);
      if (logError?.code === "ENOSPC" || /ENOSPC|No space left on device/.test(output)) return reject(new Problem(`${name} failed because the disk is full: free some space and start again.`));
      const how = signal ? `was ended by ${signal}` : `failed (exit code ${code})`;
      reject(new Problem(`${name} ${how}: ${tellingLine(output)} — the whole output is in ${logFile}.`));
    });
  });
}

export function tailOf(file, length = 20_000) {
  try {
    return readFileSync(file, "utf8").slice(-length);
  } catch {
    return "";
  }
}
