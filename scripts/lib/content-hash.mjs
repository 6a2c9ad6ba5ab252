import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

const outputs = new Set(["node_modules", ".medusa", ".next", ".cache", ".data", "dist", "coverage", "integration-tests", "e2e", "bench", "uploads", "static"]);
const notBuilt = /\.(test|spec)\.[cm]?[jt]sx?$|\.tsbuildinfo$|\.md$|(^|\/)next-env\.d\.ts$|(^|\/)vitest\.config\.|(^|\/)\.env/;

/** Files below `directory` that a build reads, sorted. */
export function sourceFiles(directory) {
  if (!existsSync(directory)) return [];
  if (!statSync(directory).isDirectory()) return [directory];
  const files = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (outputs.has(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) files.push(...sourceFiles(path));
    else if (entry.isFile() && !notBuilt.test(entry.name)) files.push(path);
  }
  return files.sort();
}

/** One hash over names and contents of all files below the paths, and over the extra texts. */
export function contentHash(base, paths, extra = []) {
  const hash = createHash("sha256");
  for (const text of extra) hash.update(`${text}\n`);
  for (const file of paths.flatMap(sourceFiles)) {
    const content = readFileSync(file);
    hash.update(`${relative(base, file).split(sep).join("/")}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
