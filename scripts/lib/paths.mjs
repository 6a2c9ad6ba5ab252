import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const cacheDir = join(root, ".cache");
export const backendDir = join(root, "backend");
export const backendServerDir = join(backendDir, ".medusa", "server");
export const storefrontDir = join(root, "storefront");
export const medusaCli = join(root, "node_modules", "@medusajs", "cli", "cli.js");
export const nextCli = join(root, "node_modules", "next", "dist", "bin", "next");
/** `next start`, and what has to stand before it. */
export const storefrontStart = join(root, "storefront", "start.mjs");
export const tscCli = join(root, "node_modules", "typescript", "bin", "tsc");
