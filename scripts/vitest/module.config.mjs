import { defineConfig } from "vitest/config";
import { root } from "../lib/paths.mjs";

// One module of a plugin on a real PostgreSQL (TEST_DATABASE_URL). One file at a time: a test database each.
export default defineConfig({
  root,
  test: {
    include: ["plugins/*/src/**/*.module.spec.ts", "plugins/*/integration-tests/**/*.module.spec.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
