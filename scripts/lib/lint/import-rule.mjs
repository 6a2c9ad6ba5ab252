import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const cruised = ["plugins", "backend/src", "backend/integration-tests", "backend/medusa-config.ts", "seed/src", "scripts", "storefront/src", "storefront/e2e"];

const cruiserCli = () => join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

/**
 * The program and arguments that check who imports whom in `base`, by the house's rule. The storefront
 * is resolved with its own tsconfig (its @/ paths), the rest without.
 */
export function importRuleCommands(base = root) {
  const config = join(root, ".dependency-cruiser.cjs");
  const present = cruised.filter((path) => existsSync(join(base, path)));
  const command = (paths, extra) => [process.execPath, [cruiserCli(), "--config", config, "--output-type", "err-long", ...extra, ...paths]];
  const ofStorefront = present.filter((path) => path.startsWith("storefront"));
  const others = present.filter((path) => !path.startsWith("storefront"));
  const tsConfig = join(base, "scripts", "types", "storefront.json");
  return [
    ...(others.length > 0 ? [command(others, [])] : []),
    ...(ofStorefront.length > 0 ? [command(ofStorefront, existsSync(tsConfig) ? ["--ts-config", tsConfig] : [])] : []),
  ];
}

