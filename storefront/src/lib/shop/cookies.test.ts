import { afterEach, expect, test, vi } from "vitest";
import { rememberCart } from "./cart-cookie";
import { rememberOrder } from "./order-cookie";

const set = vi.hoisted(() => vi.fn());
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined, set }) }));

afterEach(() => {
  vi.unstubAllEnvs();
  set.mockReset();
});

test.each([
  ["https://cho.example", true],
  ["http://localhost:8000", false],
])("served at %s, the basket's and the orders' keys are Secure: %s", async (address, secure) => {
  vi.stubEnv("STOREFRONT_URL", address);
  await rememberCart("cart_1", 2);
  await rememberOrder("ogr_1", "key");
  expect(set).toHaveBeenCalledTimes(3);
  for (const [, , options] of set.mock.calls) expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", secure });
});
