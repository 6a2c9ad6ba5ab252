import { defineConfig } from "vitest/config";
import { root } from "../lib/paths.mjs";

// Against a running house (TEST_RUN_JSON, TEST_BACKEND_URL, TEST_SHOP_URL). One file at a time: they share its data.
export default defineConfig({
  root,
  test: {
    include: ["backend/integration-tests/**/*.{http,race}.spec.ts"],
    fileParallelism: false,
    // Without what an earlier run remembers of them, the files come in one order every time.
    cache: false,
    // Many wait for a job that runs every minute, some for two; what waits ends by its own deadline with its own words.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is awaited may come late on a slow machine; vitest's own default is one second.
    expect: { poll: { timeout: 30_000 } },
  },
});
