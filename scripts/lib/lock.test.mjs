import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tryLock } from "./lock.mjs";
import { identify } from "./process-identity.mjs";

let directory;
let file;
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), "lock-")); file = join(directory, "lock"); });
afterEach(() => rmSync(directory, { recursive: true }));

test("one holder at a time, and the next after a release", () => {
  const first = tryLock(file);
  expect(tryLock(file).holder).toMatchObject({ pid: process.pid });
  first.release();
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("the lock of a dead process is taken over", () => {
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, start: "long ago" }));
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("a stranger that was given the pid of a dead holder holds nothing", () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "another boot" }));
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("a lock file cut short by a crash is nobody's", () => {
  writeFileSync(file, "{\"pid\": 1");
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("an update keeps the holder", () => {
  const lock = tryLock(file);
  lock.update({ stopping: true });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ ...identify(process.pid), stopping: true });
});
