import { defineConfig } from "vitest/config";
import { root } from "../lib/paths.mjs";

// One module of a plugin on a real PostgreSQL (TEST_DATABASE_URL). One file at a time: a test database each.
export default defineConfig({
  root,
  test: {
    include: ["plugins/*/src/**/*.module.spec.ts", "plugins/*/integration-tests/**/*.module.spec.ts"],
    fileParallelism: false,
    // What is awaited may come late on a slow machine; vitest's own default is one second.
    expect: { poll: { timeout: 30_000 } },
    // Longer than two polls in a row: what fails says so in its own words.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
