import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readJson } from "../lib/data-dir.mjs";
import { startHouse } from "../lib/house-process.mjs";
import { pidsOf, survivors } from "../lib/left-overs.mjs";
import { takesSockets } from "../lib/postgres.mjs";
import { startOf } from "../lib/process-identity.mjs";
import { answers, copyOfTheHouse, databaseOf, removeTemporaryDirectories, settingsFor, waitUntil } from "./support.mjs";

// One house through its worst day. The tests build on each other, in order.
let dataDir;
let settings;
let house;
const others = [];

beforeAll(async () => {
  dataDir = copyOfTheHouse();
  settings = await settingsFor(dataDir);
});

afterAll(async () => {
  for (const one of [house, ...others]) await one?.stop();
  removeTemporaryDirectories();
});

async function open() {
  house = startHouse(settings);
  return house.ready;
}

const backendAnswers = () => answers(`http://localhost:${settings.BACKEND_PORT}/health/ready`);
const shopAnswers = () => answers(`http://localhost:${settings.STOREFRONT_PORT}/`);

describe("a house that was seeded before", () => {
  test("opens again within a minute, builds, migrates and seeds nothing", async () => {
    const startedAt = Date.now();
    await open();
    // A few seconds on a machine that does little else; opened for the first time it takes minutes.
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect(house.output).not.toMatch(/✓ (?:build|migrate|seed)/);
  });

  test("says in run.json, for its owner alone, what a person was told", () => {
    expect(statSync(join(dataDir, "run.json")).mode & 0o777).toBe(0o600);
    const run = readJson(join(dataDir, "run.json"));
    expect(run).toMatchObject({ shop: `http://localhost:${settings.STOREFRONT_PORT}`, backend: `http://localhost:${settings.BACKEND_PORT}` });
    expect(run.publishable_key).toMatch(/^pk_/);
    for (const role of ["seller", "official", "operator"]) {
      const account = run.accounts.find((one) => one.role === role);
      expect(account, role).toMatchObject({ login: expect.any(String), how: expect.any(String) });
      expect(house.output).toContain(account.login);
    }
  });

  test("its server speaks to the embedded database over a socket where one can be, where only the database's account may enter", async () => {
    const client = await databaseOf(dataDir);
    const { rows } = await client.query("select 1 from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and client_addr is null");
    await client.end();
    expect(rows.length > 0).toBe(await takesSockets(join(dataDir, "postgres")));
    expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);
  });

  test("refuses a second launcher on the same DATA_DIR, and is not disturbed by it", async () => {
    const second = startHouse({ ...settings });
    expect(await second.ended).not.toBe(0);
    expect(second.errors.trim().split("\n")).toHaveLength(1);
    expect(second.errors).toContain(String(house.pid));
    expect(await backendAnswers()).toBe(true);
    expect(existsSync(join(dataDir, "run.json"))).toBe(true);
  });

  test("has room beside it for a second house with a DATA_DIR and ports of its own", async () => {
    const other = startHouse(await settingsFor(copyOfTheHouse()));
    others.push(other);
    const run = await other.ready;
    expect(await answers(`${run.backend}/health/ready`)).toBe(true);
    expect(await backendAnswers()).toBe(true);
    expect(await other.stop()).toBe(0);
    expect(await backendAnswers()).toBe(true);
  });

  test.each([["storefront", shopAnswers], ["backend", backendAnswers]])("starts the %s again when it is killed", async (name, answersNow) => {
    const { pid } = pidsOf(dataDir).children[name];
    process.kill(pid, "SIGKILL");
    await waitUntil(() => pidsOf(dataDir).children[name].pid !== pid, `a new ${name}`);
    await waitUntil(answersNow, `${name} answers`);
  });

  test("loses no committed row when the database is killed, and starts it again", async () => {
    const before = await databaseOf(dataDir);
    await before.query("create table proof (word text)");
    await before.query("insert into proof values ('committed')");
    const { pid } = pidsOf(dataDir).children.postgres;
    process.kill(pid, "SIGKILL");
    await waitUntil(() => pidsOf(dataDir).children.postgres.pid !== pid, "a new database");
    await waitUntil(backendAnswers, "the backend on the new database");
    const after = await databaseOf(dataDir);
    expect((await after.query("select word from proof")).rows).toEqual([{ word: "committed" }]);
    await after.end();
  });

  test("after a kill -9 of the launcher, the next start clears up and opens with all data", async () => {
    const client = await databaseOf(dataDir);
    await client.query("insert into proof values ('just before the kill')");
    const left = pidsOf(dataDir);
    process.kill(house.pid, "SIGKILL");
    await house.ended;
    expect(survivors(left).length).toBeGreaterThan(0);
    await open();
    for (const { pid } of Object.values(left.children)) expect(startOf(pid), `pid ${pid} of the killed run`).toBeUndefined();
    expect(survivors(left)).toEqual([]);
    expect(await backendAnswers()).toBe(true);
    const after = await databaseOf(dataDir);
    expect((await after.query("select count(*)::int as count from proof")).rows).toEqual([{ count: 2 }]);
    await after.end();
  });

  test("after a kill -9 of the launcher and of every child too", async () => {
    const left = pidsOf(dataDir);
    for (const pid of [house.pid, ...Object.values(left.children).map((child) => child.pid)]) process.kill(pid, "SIGKILL");
    await house.ended;
    await open();
    expect(await shopAnswers()).toBe(true);
    // The killed databases took none of their sockets with them.
    expect(readdirSync(join(dataDir, "postgres")).filter((name) => name.startsWith(".s.PGSQL."))).toHaveLength((await takesSockets(join(dataDir, "postgres"))) ? 2 : 0);
  });

  test.each(["SIGTERM", "SIGINT"])("%s closes everything: exit 0, no process, no run.json", async (signal) => {
    if (house.code !== undefined) await open();
    const register = pidsOf(dataDir);
    house.signalWith(signal);
    expect(await house.ended).toBe(0);
    expect(survivors(register)).toEqual([]);
    expect(existsSync(join(dataDir, "run.json"))).toBe(false);
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    expect(await backendAnswers()).toBe(false);
  });

  test("a SIGTERM while it is still opening ends it as well", async () => {
    const opening = startHouse(settings);
    await waitUntil(() => pidsOf(dataDir)?.children.postgres, "the database of the opening house");
    const register = pidsOf(dataDir);
    opening.signalWith("SIGTERM");
    expect(await opening.ended).toBe(0);
    expect(survivors(register)).toEqual([]);
  });
});
