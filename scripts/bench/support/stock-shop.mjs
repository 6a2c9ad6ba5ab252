import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJson } from "../../lib/data-dir.mjs";
import { createDatabase } from "../../lib/database.mjs";
import { medusaCli, root } from "../../lib/paths.mjs";
import { freePort } from "../../lib/ports.mjs";
import { step } from "../../lib/progress.mjs";
import { runTool } from "../../lib/tools.mjs";
import { Backend } from "./backend.mjs";

const fixture = fileURLToPath(new URL("../stock-medusa", import.meta.url));

/** Medusa as it comes, one seller, on the database server of the fair: { backend, shop }, shop being what seed.js wrote. */
export async function openStockShop(fair) {
  const cwd = join(fair.directory, "stock");
  cpSync(fixture, cwd, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
  await createDatabase(fair.databaseUrl, "stock");
  const databaseUrl = Object.assign(new URL(fair.databaseUrl), { pathname: "/stock" }).href;
  const env = { NODE_ENV: "production", DATABASE_URL: databaseUrl, JWT_SECRET: "secret-of-the-bench", COOKIE_SECRET: "secret-of-the-bench" };
  const medusa = (name, ...args) => runTool(`medusa ${name}`, process.execPath, [medusaCli, name, ...args], { cwd, env, logFile: join(cwd, `${name.replace(":", "-")}.log`) });
  const resultFile = join(cwd, "seed.json");
  await step("migrate and seed the stock shop", async () => {
    await medusa("db:migrate");
    await medusa("exec", "./seed.js", resultFile);
  });
  const backend = new Backend({ cwd, env, port: await freePort(), logFile: join(cwd, "backend.log") });
  return { backend, shop: readJson(resultFile), databaseUrl };
}
