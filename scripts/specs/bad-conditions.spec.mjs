import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startHouse } from "../lib/house-process.mjs";
import { freePort } from "../lib/ports.mjs";
import { root } from "../lib/paths.mjs";
import { removeTemporaryDirectories, settingsFor, temporaryDirectory } from "./support.mjs";

afterAll(removeTemporaryDirectories);

/** Starts a house that can't start: one sentence on stderr, no stack, an exit code that says so. */
async function refusal(settings) {
  const house = startHouse({ ...(await settingsFor(settings.DATA_DIR ?? temporaryDirectory())), ...settings });
  const code = await house.ended;
  const lines = house.errors.split("\n").filter(Boolean);
  expect(lines, house.errors).toHaveLength(1);
  expect(house.errors + house.output).not.toMatch(/^\s+at .+:\d+/m);
  expect(code).not.toBe(0);
  return lines[0];
}

async function taken(work) {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  try {
    return await work(String(port));
  } finally {
    server.close();
  }
}

describe("a bad condition is told in one sentence", () => {
  test.each([
    ["BACKEND_PORT", "nine thousand"],
    ["STOREFRONT_PORT", "70000"],
    ["DATABASE_URL", "mysql://root@localhost/shop"],
    ["REDIS_URL", "localhost"],
    ["SANDBOX", "yes"],
    ["JWT_SECRET", "short"],
  ])("malformed %s is named", async (name, value) => {
    expect(await refusal({ [name]: value })).toContain(name);
  });

  test.each(["BACKEND_PORT", "STOREFRONT_PORT"])("a taken %s is named with its number", async (name) => {
    await taken(async (port) => {
      const sentence = await refusal({ [name]: port });
      expect(sentence).toContain(port);
      expect(sentence).toContain(name);
    });
  });

  test("both ports alike", async () => {
    const port = String(await freePort());
    expect(await refusal({ BACKEND_PORT: port, STOREFRONT_PORT: port })).toMatch(/BACKEND_PORT.*STOREFRONT_PORT/);
  });

  test("DATA_DIR is a file", async () => {
    const file = join(temporaryDirectory(), "file");
    writeFileSync(file, "");
    expect(await refusal({ DATA_DIR: file })).toContain("DATA_DIR");
  });

  test("DATA_DIR can't be written to", async () => {
    // Root may write anywhere but where the kernel allows nobody.
    let directory = "/proc/cho-phien";
    if (process.getuid() !== 0) {
      directory = join(temporaryDirectory(), "read-only");
      mkdirSync(directory, { mode: 0o555 });
    }
    expect(await refusal({ DATA_DIR: directory })).toContain("DATA_DIR");
  });

  const small = join(temporaryDirectory(), "small");
  mkdirSync(small);
  const mounted = process.getuid() === 0 && spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", small]).status === 0;
  afterAll(() => { if (mounted) spawnSync("umount", [small]); });

  test.skipIf(!mounted)("the disk is full", async () => {
    expect(await refusal({ DATA_DIR: small })).toMatch(/disk.*DATA_DIR/);
  });

  test("the database is unreachable, and its password is not shown", async () => {
    const sentence = await refusal({ DATABASE_URL: `postgres://shop:very-secret@127.0.0.1:${await freePort()}/shop` });
    expect(sentence).toContain("DATABASE_URL");
    expect(sentence).not.toContain("very-secret");
  });

  test("Redis is unreachable", async () => {
    expect(await refusal({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` })).toContain("REDIS_URL");
  });

  test("Meilisearch is unreachable", async () => {
    expect(await refusal({ MEILISEARCH_HOST: `http://127.0.0.1:${await freePort()}`, MEILISEARCH_API_KEY: "a-key-of-the-tests" })).toContain("MEILISEARCH_HOST");
  });

  test("the sandbox beside a real gateway", async () => {
    const sentence = await refusal({ SANDBOX: "true", VNPAY_PAY_URL: "https://pay.vnpay.example/paymentv2/vpcpay.html", VNPAY_TMN_CODE: "REAL0001", VNPAY_HASH_SECRET: "a-real-secret" });
    expect(sentence).toMatch(/sandbox.*VNPAY_PAY_URL/i);
  });

  test("Node is too old", () => {
    const script = `import { requireNode } from ${JSON.stringify(`file://${join(root, "scripts/lib/node-version.mjs")}`)}; requireNode("v18.20.4");`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("18.20.4");
  });
});
