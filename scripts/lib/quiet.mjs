import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "./paths.mjs";

// MEDUSA_DISABLE_TELEMETRY only stops new events: at each exit Medusa still forks a detached process
// that sends what an earlier run of anything queued in the user's home. Only its own configuration turns
// that off, so it gets one of its own, and an address that leads nowhere.
const configHome = join(cacheDir, "config");
const medusaConfig = join(configHome, "medusa", "config.json");

/** The environment of everything the house starts: nothing phones home or looks for its own updates. */
export const quietEnvironment = {
  MEDUSA_DISABLE_TELEMETRY: "true",
  MEDUSA_TELEMETRY_HOST: "http://127.0.0.1:9",
  XDG_CONFIG_HOME: configHome,
  NEXT_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  NO_UPDATE_NOTIFIER: "1",
  npm_config_update_notifier: "false",
  npm_config_audit: "false",
  npm_config_fund: "false",
};

try {
  if (!existsSync(medusaConfig)) {
    mkdirSync(join(configHome, "medusa"), { recursive: true });
    writeFileSync(medusaConfig, `${JSON.stringify({ telemetry: { enabled: false } })}\n`);
  }
} catch {
  // A clone that can't be written to is told of where it is built; nothing runs from it.
}
