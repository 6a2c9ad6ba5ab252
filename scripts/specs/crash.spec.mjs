import { afterAll, expect, test } from "vitest";
import { crash } from "../bench/crash.mjs";
import { openFair } from "../bench/support/backend.mjs";
import { copyOfTheHouse, removeTemporaryDirectories } from "./support.mjs";

// A few rounds of what `npm run bench -- crash` does fifty of.
let fair;

afterAll(async () => {
  await fair?.close();
  removeTemporaryDirectories();
});

test("a backend killed in the middle of checkouts and payments loses, doubles and blocks nothing", async () => {
  fair = await openFair(copyOfTheHouse());
  const { faults, order_groups: groups } = await crash(fair, { rounds: 3, patienceMs: 120_000 });
  expect(faults).toEqual([]);
  expect(groups).toBeGreaterThan(0);
}, 600_000);
