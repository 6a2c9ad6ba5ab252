import { join } from "node:path";
import { Problem } from "./problem.mjs";
import { schema } from "./settings.mjs";
import { quietEnvironment } from "./quiet.mjs";
import { requireRedis } from "./redis.mjs";

/** Settings and secrets as the environment of the backend. */
export function backendEnvironment({ settings, secrets, databaseUrl, runId }) {
  const env = { ...quietEnvironment, NODE_ENV: "production", CHO_PHIEN_RUN: runId };
  for (const name of Object.keys(schema)) if (settings[name] !== undefined) env[name] = String(settings[name]);
  const kept = Object.fromEntries(["JWT_SECRET", "COOKIE_SECRET", "OCOP_SIGNING_KEY", "PAYMENT_ENCRYPTION_KEY"].map((name) => [name, secrets[name]]));
  return { ...kept, ...env, DATABASE_URL: databaseUrl, SANDBOX: String(settings.SANDBOX), PORT: String(settings.BACKEND_PORT) };
}

export function storefrontEnvironment({ settings, dataDir, publishableKey, runId }) {
  return {
    ...quietEnvironment, NODE_ENV: "production", CHO_PHIEN_RUN: runId,
    BACKEND_URL: settings.BACKEND_URL, BACKEND_PORT: String(settings.BACKEND_PORT),
    STOREFRONT_URL: settings.STOREFRONT_URL, STOREFRONT_PORT: String(settings.STOREFRONT_PORT),
    SANDBOX: String(settings.SANDBOX), DATA_DIR: dataDir,
    PUBLISHABLE_KEY: publishableKey, PUBLISHABLE_KEY_FILE: join(dataDir, "publishable-key"),
    // The storefront asks the backend over HTTP and needs none of its keys.
    DATABASE_URL: "", JWT_SECRET: "", COOKIE_SECRET: "", OCOP_SIGNING_KEY: "", PAYMENT_ENCRYPTION_KEY: "",
  };
}

/** Redis and Meilisearch are asked before anything is started, so that a wrong address is named. */
export async function requireServices(settings) {
  if (settings.REDIS_URL) await requireRedis(settings.REDIS_URL);
  if (settings.MEILISEARCH_HOST) {
    const answer = await fetch(`${settings.MEILISEARCH_HOST}/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (!answer?.ok) throw new Problem(`Meilisearch at MEILISEARCH_HOST (${settings.MEILISEARCH_HOST}) does not answer.`);
  }
}
