import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir, root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runTool } from "./tools.mjs";

const lockFile = join(root, "package-lock.json");
const marker = join(root, "node_modules", ".cho-phien-lock-hash");

function lockHash() {
  return createHash("sha256").update(readFileSync(lockFile)).update(`${process.platform}-${process.arch}`).digest("hex");
}

/** True when npm itself recorded, in its hidden lockfile, the very versions that package-lock.json names. */
function npmRecordedTheSame() {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/") || entry.optional || entry.peer || entry.devOptional) return true;
    if (entry.link) return existsSync(join(root, path));
    return installed[path]?.version === entry.version && existsSync(join(root, path));
  });
}

export function isInstalled() {
  if (existsSync(marker) && readFileSync(marker, "utf8") === lockHash()) return true;
  if (!npmRecordedTheSame()) return false;
  writeFileSync(marker, lockHash());
  return true;
}

/** npm ci, unless node_modules already holds exactly what package-lock.json says. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  // Started through npm, the very npm that runs us is at hand; else the one on the PATH.
  const npmCli = process.env.npm_execpath?.endsWith("npm-cli.js") ? process.env.npm_execpath : undefined;
  const [command, first] = npmCli ? [process.execPath, [npmCli]] : ["npm", []];
  const args = [...first, "ci", "--no-audit", "--no-fund", "--prefer-offline"];
  await step("install packages / cài gói", () => runTool("npm ci", command, args, { cwd: root, logFile: join(cacheDir, "logs", "install.log"), env: { NODE_ENV: "development" } }));
  writeFileSync(marker, lockHash());
}
