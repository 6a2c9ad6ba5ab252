import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Problem } from "./problem.mjs";
import { emptyDatabase, onPath, requireSomeRedis } from "./redis.mjs";

const directory = mkdtempSync(join(tmpdir(), "cho-phien-redis-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function place(name, mode) {
  const own = join(directory, name);
  mkdirSync(own);
  writeFileSync(join(own, "redis-server"), "");
  chmodSync(join(own, "redis-server"), mode);
  return own;
}

describe("redis-server is looked for as the shell does", () => {
  const runs = place("runs", 0o755);
  const doesNot = place("does-not-run", 0o644);
  const isDirectory = join(directory, "directory");
  mkdirSync(join(isDirectory, "redis-server"), { recursive: true });

  test("the first that can be run", () => {
    expect(onPath("redis-server", [doesNot, isDirectory, "", runs].join(delimiter))).toBe(join(runs, "redis-server"));
  });

  test("none", () => {
    expect(onPath("redis-server", [doesNot, isDirectory, join(directory, "nowhere")].join(delimiter))).toBeUndefined();
  });

  test("without it and without REDIS_URL one sentence says what to do, in both languages", () => {
    const wanted = () => requireSomeRedis("npm test -- redis", { PATH: doesNot });
    expect(wanted).toThrow(Problem);
    expect(wanted).toThrow(/^npm test -- redis needs Redis: install redis-server, or set REDIS_URL \/ cần Redis/);
    expect(() => requireSomeRedis("npm test -- redis", { PATH: runs })).not.toThrow();
    expect(() => requireSomeRedis("npm test -- redis", { PATH: doesNot, REDIS_URL: "redis://localhost" })).not.toThrow();
  });
});

describe("of somebody's Redis an empty database is taken", () => {
  /** Databases by number, each with its keys. */
  function redisWith(databases, { select = Object.keys(databases).length } = {}) {
    let at = 0;
    return {
      async select(number) {
        if (number >= select) throw new Error("ERR DB index is out of range");
        at = number;
        return "OK";
      },
      dbsize: async () => databases[at].size,
      async set(key, _value, only) {
        if (only === "NX" && databases[at].has(key)) return null;
        databases[at].add(key);
        return "OK";
      },
    };
  }
  const sixteen = (used) => Array.from({ length: 16 }, (_, number) => new Set(used.includes(number) ? ["theirs"] : []));

  test("the last one that holds nothing, and it is nobody else's from then on", async () => {
    const databases = sixteen([0, 15, 14]);
    expect(await emptyDatabase(redisWith(databases))).toBe(13);
    expect(await emptyDatabase(redisWith(databases))).toBe(12);
    expect(databases[15]).toEqual(new Set(["theirs"]));
  });

  test("of a server with fewer, one it has; of a full one, none", async () => {
    expect(await emptyDatabase(redisWith(sixteen([0]), { select: 4 }))).toBe(3);
    expect(await emptyDatabase(redisWith(sixteen(Array.from({ length: 16 }, (_, number) => number))))).toBeUndefined();
  });

  test("of two runs that found the same one empty in the same moment, one takes it", async () => {
    const databases = sixteen([]);
    const slow = (redis) => ({ ...redis, dbsize: async () => { const size = await redis.dbsize(); await new Promise((resolve) => { setTimeout(resolve, 20); }); return size; } });
    const taken = await Promise.all([emptyDatabase(slow(redisWith(databases))), emptyDatabase(slow(redisWith(databases)))]);
    expect(new Set(taken).size).toBe(2);
  });
});
