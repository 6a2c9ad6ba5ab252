import { defineConfig } from "vitest/config";
import { root } from "../lib/paths.mjs";

// Journeys in a real Chromium against a running house.
export default defineConfig({
  root,
  test: {
    include: ["storefront/e2e/**/*.spec.ts"],
    fileParallelism: false,
    // Without what an earlier run remembers of them, the files come in one order every time.
    cache: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // What is awaited may come late on a slow machine; vitest's own default is one second.
    expect: { poll: { timeout: 30_000 } },
  },
});
