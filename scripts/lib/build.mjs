import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { cacheDir } from "./paths.mjs";
import { step } from "./progress.mjs";
import { schema } from "./settings.mjs";
import { runTool } from "./tools.mjs";
import { readWorkspaces } from "./workspaces.mjs";

function isBuilt({ directory, stamp, output, hash }) {
  const file = join(directory, stamp);
  return existsSync(join(directory, output)) && existsSync(file) && readFileSync(file, "utf8") === hash;
}

/** A package without a tsconfig has nothing to compile; the backend is needed by no other build. */
function needsBuild(workspace) {
  if (workspace.kind === "package" && !existsSync(join(workspace.directory, "tsconfig.json"))) return false;
  return !isBuilt(workspace);
}

async function buildOne({ name, directory, command, output, stamp, hash, kind }) {
  const stampFile = join(directory, stamp);
  rmSync(stampFile, { force: true });
  // Next keeps its own cache there, which makes the second build faster.
  if (kind !== "storefront") rmSync(join(directory, output), { recursive: true, force: true });
  await step(`build ${name}`, () => runTool(`The build of ${name}`, process.execPath, command, {
    cwd: directory,
    // What is built must not depend on who starts it, so the settings are kept away from the build.
    env: { ...Object.fromEntries(Object.keys(schema).map((setting) => [setting, undefined])), NODE_ENV: "production", CI: "1" },
    logFile: join(cacheDir, "logs", `build-${name.replaceAll("/", "-")}.log`),
  }));
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}

/** How many builds hang on this one, directly or not: the longest chains go first. */
function weightOf(workspace, all) {
  const users = all.filter((other) => other.needs.includes(workspace));
  return users.length + Math.max(0, ...users.map((user) => weightOf(user, all)));
}

/**
 * Builds what changed since the last build, dependencies first, as many at once as the machine has
 * cores (at most four: each takes up to half a gigabyte). Returns how many were built.
 */
export async function buildWhatChanged({ only = () => true } = {}) {
  const all = readWorkspaces();
  const waiting = new Set(all.filter((workspace) => only(workspace) && needsBuild(workspace)));
  const total = waiting.size;
  const unfinished = new Set(waiting);
  const order = [...waiting].sort((a, b) => weightOf(b, all) - weightOf(a, all));
  const slots = Math.max(1, Math.min(4, availableParallelism()));
  const isReady = (workspace) => workspace.needs.every((needed) => !unfinished.has(needed));
  let failure;
  async function worker() {
    while (waiting.size > 0 && !failure) {
      const next = order.find((workspace) => waiting.has(workspace) && isReady(workspace));
      if (!next) {
        await new Promise((resolve) => { setTimeout(resolve, 50); });
        continue;
      }
      waiting.delete(next);
      try {
        await buildOne(next);
        unfinished.delete(next);
      } catch (error) {
        failure ??= error;
      }
    }
  }
  await Promise.all(Array.from({ length: slots }, worker));
  if (failure) throw failure;
  return total;
}
