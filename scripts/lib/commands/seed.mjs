import { randomUUID } from "node:crypto";
import { runCommand } from "../command.mjs";
import { loadSecrets, prepareDataDir } from "../data-dir.mjs";
import { openState } from "../database.mjs";
import { House } from "../house.mjs";
import { claim } from "../launcher.mjs";
import { pidRegister } from "../left-overs.mjs";
import { installAndBuild } from "../prepare.mjs";
import { Problem } from "../problem.mjs";
import { say } from "../progress.mjs";
import { loadSettings } from "../settings.mjs";

const usage = "npm run seed -- --demo | --empty [--reset]: the registers with or without the demonstration; --reset first erases the embedded database.";

function readArguments(args) {
  const unknown = args.filter((argument) => !["--demo", "--empty", "--reset"].includes(argument));
  if (unknown.length > 0 || args.includes("--demo") === args.includes("--empty")) throw new Problem(usage);
  return { kind: args.includes("--empty") ? "empty" : "demo", reset: args.includes("--reset") };
}

async function seededAlready(house, settings) {
  const state = await openState(house.databaseUrl, { ssl: settings.DATABASE_SSL });
  try {
    return (await state.get("seed"))?.endsWith("done") ?? false;
  } finally {
    await state.close();
  }
}

/** npm run seed: fills the database of DATA_DIR or DATABASE_URL without opening the house. */
export const run = (args) => runCommand("The seed", async () => {
  const { kind, reset } = readArguments(args);
  const settings = loadSettings();
  const dataDir = settings.DATA_DIR;
  prepareDataDir(dataDir);
  const lock = await claim(dataDir);
  const runId = randomUUID();
  process.env.CHO_PHIEN_RUN = runId;
  const register = pidRegister(dataDir, runId);
  const house = new House({ settings, secrets: loadSecrets(dataDir), dataDir, runId, register, onGiveUp: () => {} });
  try {
    await installAndBuild();
    await house.openDatabase();
    if (reset && !house.isEmbedded) throw new Problem("--reset erases only the embedded database: empty the one at DATABASE_URL yourself.");
    if (reset) await house.recreateDatabase();
    else if (await seededAlready(house, settings)) throw new Problem("The database is seeded already: add --reset to erase it and begin again (embedded database only).");
    await house.furnish(kind);
    say("Xong · done: npm start");
  } finally {
    await house.close();
    register.remove();
    lock.release();
  }
});
