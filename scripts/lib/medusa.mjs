import { chmodSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backendDir, backendServerDir, medusaCli, root } from "./paths.mjs";
import { contentHash } from "./content-hash.mjs";
import { readJson } from "./data-dir.mjs";
import { Problem } from "./problem.mjs";
import { step } from "./progress.mjs";
import { runTool } from "./tools.mjs";
import { readWorkspaces } from "./workspaces.mjs";

/** Everything that decides which tables there should be. */
export function migrationHash(settings) {
  const plugins = readWorkspaces().filter(({ kind }) => kind === "plugin");
  const paths = [backendDir, ...plugins.map(({ directory }) => directory)].flatMap((directory) => ["modules", "links", "config", "migration-scripts"].map((part) => join(directory, "src", part)));
  const medusa = readJson(join(root, "node_modules", "@medusajs", "medusa", "package.json")).version;
  return contentHash(root, [...paths, join(backendDir, "medusa-config.ts")], [medusa, `redis ${Boolean(settings.REDIS_URL)}`, `meilisearch ${Boolean(settings.MEILISEARCH_HOST)}`]);
}

/** medusa db:migrate takes seven seconds even when there is nothing to do, so a done one is remembered. */
export async function migrate({ state, settings, env, dataDir }) {
  const hash = migrationHash(settings);
  if (await state.get("migrations") === hash) return;
  await step("migrate database / cập nhật cơ sở dữ liệu", () => runTool("The migration of the database", process.execPath, [medusaCli, "db:migrate"], {
    cwd: backendServerDir, env, logFile: join(dataDir, "logs", "migrate.log"),
  }));
  await state.set("migrations", hash);
}

/**
 * Seeds once. `kind` is "demo" or "empty". A seeding that did not reach its end is an error here: the
 * caller decides whether the database may be thrown away.
 */
export async function seed({ state, kind, env, dataDir }) {
  const script = join(backendServerDir, "src", "scripts", "seed.js");
  if (!existsSync(script)) throw new Problem(`The seed script is missing from the build (${script}).`);
  rmSync(join(dataDir, "seed.json"), { force: true });
  await state.set("seed", `${kind} begun`);
  await step(kind === "demo" ? "seed registers and demonstration / nạp dữ liệu" : "seed registers / nạp dữ liệu", () => runTool("The seed", process.execPath, [medusaCli, "exec", "./src/scripts/seed.js", kind], {
    cwd: backendServerDir, env, logFile: join(dataDir, "logs", "seed.log"),
  }));
  const written = join(dataDir, "seed.json");
  if (!readJson(written)?.publishable_key) throw new Problem(`The seed ended without writing ${written}.`);
  chmodSync(written, 0o600);
  await state.set("seed", `${kind} done`);
}
