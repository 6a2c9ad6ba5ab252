import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readJson } from "../lib/data-dir.mjs";
import { freePort } from "../lib/ports.mjs";

const directories = [];

export function temporaryDirectory() {
  const directory = mkdtempSync(join(tmpdir(), "cho-phien-spec-"));
  chmodSync(directory, 0o755);
  directories.push(directory);
  return directory;
}

export function removeTemporaryDirectories() {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** A copy of the seeded, stopped house of this test run: owners and modes kept. */
export function copyOfTheHouse() {
  const source = process.env.TEST_DATA_DIR;
  if (!source) throw new Error("TEST_DATA_DIR is not set. Run these specs through `npm test`.");
  const directory = join(temporaryDirectory(), "data");
  const copied = spawnSync("cp", ["-a", source, directory]);
  if (copied.status !== 0) throw new Error(`cp: ${copied.stderr}`);
  return directory;
}

export async function settingsFor(dataDir) {
  return { DATA_DIR: dataDir, BACKEND_PORT: String(await freePort()), STOREFRONT_PORT: String(await freePort()) };
}

export async function waitUntil(condition, what, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error(`Not within ${patienceMs / 1000} s: ${what}`);
}

export async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** A connection to the embedded database of a running house. */
export async function databaseOf(dataDir) {
  const port = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[3]);
  const { POSTGRES_PASSWORD: password } = readJson(join(dataDir, "secrets.json"));
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "cho_phien" });
  client.on("error", () => {});
  await client.connect();
  return client;
}
