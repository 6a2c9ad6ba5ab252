import { spawn } from "node:child_process";
import { chmodSync, closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { medusaCli, root } from "../../../scripts/lib/paths.mjs";
import { freePort } from "../../../scripts/lib/ports.mjs";
import { embeddedPostgres } from "../../../scripts/lib/postgres.mjs";
import { quietEnvironment } from "../../../scripts/lib/quiet.mjs";
import { groupIsGone, killGroup, runTool, tailOf, tellingLine } from "../../../scripts/lib/tools.mjs";

export { freePort };

const fixture = fileURLToPath(new URL("../stripe-shop", import.meta.url));

export async function openStripeShop(port, api) {
  // Not below a private home: started by root, PostgreSQL runs as another user.
  const directory = mkdtempSync(join(tmpdir(), "cho-phien-stripe-shop-"));
  chmodSync(directory, 0o755);
  const cwd = join(directory, "shop");
  cpSync(fixture, cwd, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
  const database = await embeddedPostgres({ dataDir: directory, password: "tests-only" });
  let server;
  const close = async () => {
    if (server) {
      killGroup(server.pid, "SIGKILL");
      await groupIsGone(server.pid);
    }
    await database.stop("SIGQUIT");
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await database.start();
    const env = {
      ...quietEnvironment,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      JWT_SECRET: "secret-of-the-stripe-shop",
      COOKIE_SECRET: "secret-of-the-stripe-shop",
      PAYMENT_API_URL: api.url,
      PAYMENT_API_KEY: api.key,
      PAYMENT_WEBHOOK_SECRET: api.webhookSecret,
    };
    const medusa = (name, ...args) => runTool(`medusa ${name} of the stripe shop`, process.execPath, [medusaCli, name, ...args], { cwd, logFile: join(directory, `${name.replace(":", "-")}.log`), env });
    await medusa("db:migrate", "--skip-scripts");
    const result = join(directory, "seed.json");
    await medusa("exec", "./seed.js", result);
    const logFile = join(directory, "shop.log");
    const log = openSync(logFile, "a");
    server = spawn(process.execPath, [medusaCli, "start", "-p", String(port), "-H", "127.0.0.1"], { cwd, env: { ...process.env, ...env }, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    const url = `http://127.0.0.1:${port}`;
    await untilHealthy(url, server, logFile);
    return { url, ...JSON.parse(readFileSync(result, "utf8")), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function untilHealthy(url, server, logFile) {
  const deadline = Date.now() + 240_000;
  while (!(await fetch(`${url}/health`).then((answer) => answer.ok, () => false))) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error(`The stripe shop did not start: ${tellingLine(tailOf(logFile))}`);
    await sleep(100);
  }
}
