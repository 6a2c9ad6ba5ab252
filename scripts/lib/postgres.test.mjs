import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { takesSockets } from "./postgres.mjs";

const base = mkdtempSync(join(tmpdir(), "cho-phien-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const directoryOf = (length) => {
  const directory = join(base, "x".repeat(length - base.length - 1));
  mkdirSync(directory);
  return directory;
};

test.skipIf(process.platform === "win32")("a directory takes the database's socket while its name is short enough, and nothing of the look stays", async () => {
  const [last, long] = [directoryOf(88), directoryOf(89)];
  expect(await takesSockets(last)).toBe(true);
  expect(readdirSync(last)).toEqual([]);
  expect(await takesSockets(long)).toBe(false);
});

test("where no socket can be made there is none, and the database is spoken to over TCP", async () => {
  const file = join(base, "file");
  writeFileSync(file, "");
  expect(await takesSockets(file)).toBe(false);
  expect(await takesSockets(join(base, "missing"))).toBe(false);
});
