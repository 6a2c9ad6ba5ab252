import { rmSync } from "node:fs";
import { join } from "node:path";
import { readJson, writePrivate } from "./data-dir.mjs";

/** What a person is told, for programs: DATA_DIR/run.json (0600), there only while the house is open. */
export function describeRun({ settings, dataDir, publishableKey, servers }) {
  const { STOREFRONT_URL: shop, BACKEND_URL: backend, SANDBOX: sandbox } = settings;
  return {
    shop,
    seller: `${shop}/ban-hang`,
    official: `${shop}/dieu-hanh`,
    admin: `${backend}/app`,
    backend,
    // Of several that take turns at that address, each by itself.
    servers,
    publishable_key: publishableKey,
    sandbox,
    messages: sandbox ? `${backend}/sandbox/messages` : null,
    accounts: readJson(join(dataDir, "seed.json"))?.accounts ?? [],
    pid: process.pid,
  };
}

export function writeRunFile(dataDir, run) {
  writePrivate(join(dataDir, "run.json"), `${JSON.stringify(run, null, 2)}\n`);
}

export function removeRunFile(dataDir) {
  rmSync(join(dataDir, "run.json"), { force: true });
}
