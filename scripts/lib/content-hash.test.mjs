import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentHash } from "./content-hash.mjs";

let directory;
const write = (path, content) => { mkdirSync(join(directory, path, ".."), { recursive: true }); writeFileSync(join(directory, path), content); };
const hash = () => contentHash(directory, [directory]);
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), "hash-")); write("src/a.ts", "a"); });
afterEach(() => rmSync(directory, { recursive: true }));

test("changes with a source, its name, and nothing else", () => {
  const before = hash();
  for (const path of ["src/a.test.ts", "README.md", "node_modules/x/index.js", ".medusa/server/a.js", "integration-tests/a.ts"]) write(path, "other");
  expect(hash()).toBe(before);
  write("src/a.ts", "b");
  expect(hash()).not.toBe(before);
});

test("moving a byte from one file to the next is a change", () => {
  write("src/b.ts", "bc");
  const before = hash();
  write("src/a.ts", "ab");
  write("src/b.ts", "c");
  expect(hash()).not.toBe(before);
});
