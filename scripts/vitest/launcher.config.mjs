import { defineConfig } from "vitest/config";
import { root } from "../lib/paths.mjs";

// The launcher under bad conditions, on a copy of the test house's data (TEST_DATA_DIR).
export default defineConfig({
  root,
  test: {
    include: ["scripts/**/*.spec.mjs"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
