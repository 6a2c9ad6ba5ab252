import { afterAll, expect, test } from "vitest";
import { crash } from "../bench/crash.mjs";
import { openFair } from "../bench/support/backend.mjs";
import { copyOfTheHouse, removeTemporaryDirectories } from "./support.mjs";

afterAll(removeTemporaryDirectories);

// `npm run bench -- crash` does the same fifty times (docs/benchmarks.md).
const KILLS = 6;

test(`a backend that is killed ${KILLS} times while people order and pay loses, doubles and blocks nothing`, async () => {
  const fair = await openFair({ dataDir: copyOfTheHouse() });
  try {
    const { faults, kills, order_groups, payments } = await crash(fair, { rounds: KILLS });
    expect(faults).toEqual([]);
    expect(kills).toBe(KILLS);
    expect(order_groups).toBeGreaterThan(0);
    expect(payments).toBeGreaterThan(0);
  } finally {
    await fair.close();
  }
}, 900_000);
