import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const source = /^plugins\/[^/]+\/src\/(?!.*\.(?:test|spec)\.ts$).+\.ts$/;
/** The only place that hands on a list of keys; it takes them one after the other. */
const home = "plugins/marketplace/src/workflows/under-locks.ts";
const lock = /\bModules\.LOCKING\)\s*\.(?:execute|acquire)\(\s*(?<key>\[[^\]]*\]|[^,]+),/g;
const oneKey = /^(?:`[^`]*`|"[^"]*"|\[\s*(?:`[^`]*`|"[^"]*"|\w+(?:\([^,]*\))?),?\s*\])$/;
const kept = /=\s*[\w.]+\.resolve(?:<[^>]*>)?\(Modules\.LOCKING\)\s*;?$/m;

/**
 * Who needs several locks takes them through `underLocks`: Medusa's Redis provider takes those of one call side by side,
 * and two callers then hold one each for a minute. Problems as sentences; `read(path)` gives a file's text.
 */
export function lockProblems(paths, read) {
  const problems = [];
  for (const path of paths.filter((one) => source.test(one) && one !== home)) {
    const text = read(path);
    if (kept.test(text)) problems.push(`${path}: keep no hold of Modules.LOCKING; call it where a lock is taken, or use underLocks`);
    for (const { groups } of text.matchAll(lock)) {
      if (!oneKey.test(groups.key.trim())) problems.push(`${path}: takes locks at once (${groups.key.trim()}); use underLocks`);
    }
  }
  return problems;
}

export function checkLocks(paths) {
  return lockProblems(paths, (path) => readFileSync(join(root, path), "utf8"));
}
