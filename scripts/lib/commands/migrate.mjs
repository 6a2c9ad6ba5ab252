import { randomUUID } from "node:crypto";
import { runCommand } from "../command.mjs";
import { prepareDataDir } from "../data-dir.mjs";
import { House } from "../house.mjs";
import { Problem } from "../problem.mjs";
import { say } from "../progress.mjs";
import { loadSettings } from "../settings.mjs";

/**
 * Once per deployment, before the servers of docker-compose.yml start: brings DATABASE_URL up to date and
 * seeds a new one. What it runs is built already.
 */
export const run = () => runCommand("The migration", async () => {
  const settings = loadSettings();
  if (!settings.DATABASE_URL) throw new Problem("DATABASE_URL is not set: with the embedded database, npm start migrates by itself.");
  for (const name of ["JWT_SECRET", "COOKIE_SECRET"]) if (!settings[name]) throw new Problem(`${name} is not set: every server of one deployment must have the same.`);
  prepareDataDir(settings.DATA_DIR);
  const house = new House({ settings, secrets: {}, dataDir: settings.DATA_DIR, runId: randomUUID(), register: { add() {} }, onGiveUp() {} });
  await house.openDatabase();
  await house.furnish();
  say("The database is up to date / cơ sở dữ liệu đã sẵn sàng");
});
