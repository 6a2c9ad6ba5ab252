import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./paths.mjs";

/** docs/payments-security.md names a test for each promise: one that was renamed or removed must be named anew. */
test("every test the page names exists", () => {
  const named = new Set(readFileSync(join(root, "docs/payments-security.md"), "utf8").match(/[\w.-]+\.(?:spec|test)\.ts/g));
  const there = new Set(
    ["plugins", "backend/integration-tests"]
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }))
      .map(String)
      .filter((path) => !path.includes("node_modules") && !path.includes(".medusa"))
      .map((path) => basename(path)),
  );
  expect(named.size).toBeGreaterThan(30);
  expect([...named].filter((name) => !there.has(name) && name !== ".http.spec.ts")).toEqual([]);
});
