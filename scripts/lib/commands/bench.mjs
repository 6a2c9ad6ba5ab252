import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "../command.mjs";
import { root } from "../paths.mjs";
import { installAndBuild } from "../prepare.mjs";
import { Problem } from "../problem.mjs";

/** Every bench by name: scripts/bench/<name>.mjs and plugins/<plugin>/bench/<name>.bench.mjs. */
export function findBenches() {
  const places = [join(root, "scripts", "bench"), ...readdirSync(join(root, "plugins")).map((plugin) => join(root, "plugins", plugin, "bench"))];
  const files = places.filter(existsSync).flatMap((place) => readdirSync(place).filter((file) => file.endsWith(".mjs")).map((file) => join(place, file)));
  return new Map(files.map((file) => [basename(file).replace(/(?:\.bench)?\.mjs$/, ""), file]));
}

/**
 * npm run bench -- <name> [arguments]. A bench exports `run({ args, report })`; `report(rows)` prints a
 * table. One that needs a house starts it itself (scripts/lib/house-process.mjs).
 */
export const run = ([name, ...args]) => runCommand("The bench", async () => {
  const benches = findBenches();
  if (!benches.has(name)) throw new Problem(`npm run bench -- <name>: ${[...benches.keys()].sort().join(", ")}.`);
  await installAndBuild();
  const bench = await import(pathToFileURL(benches.get(name)).href);
  if (typeof bench.run !== "function") throw new Problem(`${benches.get(name)} exports no run().`);
  await bench.run({ args, report: (rows) => console.table(rows) });
});
