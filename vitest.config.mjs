import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Unit tests: beside the code, no database, no server. The other kinds have a config each in scripts/vitest.
export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias: { "@/": fileURLToPath(new URL("./storefront/src/", import.meta.url)), "server-only": fileURLToPath(new URL("./scripts/vitest/server-only.mjs", import.meta.url)) } },
  test: {
    include: ["plugins/*/src/**/*.test.{ts,tsx}", "storefront/src/**/*.test.{ts,tsx}", "seed/src/**/*.test.ts", "backend/src/**/*.test.ts", "scripts/**/*.test.mjs"],
    exclude: ["**/node_modules/**", "**/.medusa/**", "**/.next/**"],
    setupFiles: ["scripts/vitest/property-runs.mjs"],
    testTimeout: process.env.PROPERTY_RUNS ? 3_600_000 : 20_000,
  },
});
