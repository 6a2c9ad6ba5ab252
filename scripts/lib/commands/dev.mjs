import { randomUUID } from "node:crypto";
import { loadSecrets, prepareDataDir } from "../data-dir.mjs";
import { watchSources } from "../dev-watch.mjs";
import { House } from "../house.mjs";
import { claim } from "../launcher.mjs";
import { pidRegister } from "../left-overs.mjs";
import { installAndBuild } from "../prepare.mjs";
import { backendDir, medusaCli, nextCli, storefrontDir } from "../paths.mjs";
import { asProblem, printProblem } from "../problem.mjs";
import { say } from "../progress.mjs";
import { describeRun, removeRunFile, writeRunFile } from "../run-file.mjs";
import { loadSettings } from "../settings.mjs";
import { stopTools } from "../tools.mjs";
import { readWorkspaces } from "../workspaces.mjs";
import { DevServer } from "../dev-server.mjs";
import { announce } from "../announce.mjs";
import { storefrontEnvironment } from "../environment.mjs";

/**
 * npm run dev: the same house from its sources. Next and Medusa reload their own; a change in a plugin
 * builds that plugin and what depends on it, and starts the backend again.
 */
export async function run() {
  const dev = { servers: [], house: undefined, register: undefined, lock: undefined, stopping: false };
  const stop = async (code) => {
    if (dev.stopping) return;
    dev.stopping = true;
    stopTools();
    for (const server of dev.servers) await server.stop();
    await dev.house?.close();
    if (dev.register) removeRunFile(dev.dataDir);
    dev.register?.remove();
    dev.lock?.release?.();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  try {
    await open(dev, Date.now(), stop);
  } catch (error) {
    if (dev.stopping) return;
    printProblem(asProblem(error, "npm run dev"));
    await stop(1);
  }
}

async function open(dev, startedAt, stop) {
  const settings = loadSettings();
  const dataDir = settings.DATA_DIR;
  dev.dataDir = dataDir;
  prepareDataDir(dataDir);
  dev.lock = await claim(dataDir);
  const runId = randomUUID();
  process.env.CHO_PHIEN_RUN = runId;
  dev.register = pidRegister(dataDir, runId);
  await installAndBuild({ only: ({ kind }) => kind !== "storefront" });
  const onGiveUp = (error) => { printProblem(asProblem(error, "npm run dev")); void stop(1); };
  dev.house = new House({ settings, secrets: loadSecrets(dataDir), dataDir, runId, register: dev.register, onGiveUp });
  await dev.house.openDatabase();
  await dev.house.furnish();
  const note = (name, identity) => dev.register.add(name, identity);
  const backend = new DevServer({ name: "backend", note, cwd: backendDir, env: { ...dev.house.backendEnv, NODE_ENV: "development" }, args: [medusaCli, "develop", "-p", String(settings.BACKEND_PORT)] });
  const storefrontEnv = { ...storefrontEnvironment({ settings, dataDir, publishableKey: dev.house.publishableKey, runId }), NODE_ENV: "development" };
  const storefront = new DevServer({ name: "storefront", note, cwd: storefrontDir, env: storefrontEnv, args: [nextCli, "dev", "-p", String(settings.STOREFRONT_PORT)] });
  dev.servers.push(storefront, backend);
  storefront.start();
  backend.start();
  const run = describeRun({ settings, dataDir, publishableKey: dev.house.publishableKey });
  writeRunFile(dataDir, run);
  announce(run, { settings, readySeconds: (Date.now() - startedAt) / 1000 });
  watchPlugins(backend);
}

function watchPlugins(backend) {
  const plugins = readWorkspaces().filter(({ kind }) => kind === "plugin");
  let building = Promise.resolve();
  watchSources(plugins, ({ name }) => {
    building = building.then(async () => {
      say(`${name} changed / đã đổi`);
      try {
        if (await installAndBuild({ only: ({ kind }) => kind === "plugin" })) await backend.restart();
      } catch (error) {
        printProblem(asProblem(error, `The build of ${name}`));
      }
    });
  });
}
