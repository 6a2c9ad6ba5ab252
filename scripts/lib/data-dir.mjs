import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem, asProblem } from "./problem.mjs";

const neededBytes = 1024 ** 3;

/** mkdir -p. Node's own never returns where the kernel denies that a parent exists (below /proc). */
function makeDirectory(path) {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}

/** Makes DATA_DIR and proves that it can be written to and has room. */
export function prepareDataDir(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeDirectory(join(dataDir, "logs"));
    writeFileSync(probe, randomBytes(4096));
    rmSync(probe);
  } catch (error) {
    if (error.code === "ENOSPC" || error.code === "EDQUOT") throw asProblem(error, "");
    if (error.code === "ENOTDIR" || error.code === "EEXIST") throw new Problem(`DATA_DIR (${dataDir}) is not a directory: set it to a directory this user may write to.`);
    throw new Problem(`DATA_DIR (${dataDir}) can't be written to (${error.code}): give this user access, or set DATA_DIR to another directory.`);
  }
  const disk = statfsSync(dataDir);
  const free = disk.bavail * disk.bsize;
  if (free < neededBytes) throw new Problem(`The disk of DATA_DIR (${dataDir}) has only ${Math.floor(free / 1024 ** 2)} MB free and 1 GB is needed: free some space, or set DATA_DIR to another disk.`);
}

/** Writes a file so that it is whole after a crash, readable by its owner alone. */
export function writePrivate(file, content) {
  const draft = `${file}.${process.pid}.draft`;
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

export function readJson(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const generated = ["POSTGRES_PASSWORD", "JWT_SECRET", "COOKIE_SECRET", "OCOP_SIGNING_KEY", "PAYMENT_ENCRYPTION_KEY"];

/** Secrets that nobody set, made once and kept in DATA_DIR/secrets.json (0600). */
export function loadSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  const secrets = readJson(file);
  if (!secrets && existsSync(file)) throw new Problem(`${file} is not readable as JSON: restore it from a backup, or remove it and DATA_DIR's database.`);
  const complete = { ...secrets };
  for (const name of generated) {
    complete[name] ??= randomBytes(32).toString("hex");
  }
  if (JSON.stringify(complete) !== JSON.stringify(secrets)) writePrivate(file, `${JSON.stringify(complete, null, 2)}\n`);
  return complete;
}
