import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { cacheDir } from "../../lib/paths.mjs";
import { say } from "../../lib/progress.mjs";

/** Writes .cache/bench/<name>.json: the figures, and what they were measured on. */
export function saveFigures(name, figures) {
  const directory = join(cacheDir, "bench");
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.json`);
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version, load: loadavg() };
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, ...figures }, null, 2)}\n`);
  say(`All figures: ${file} (load ${loadavg().map((load) => load.toFixed(1)).join(" ")})`);
}
