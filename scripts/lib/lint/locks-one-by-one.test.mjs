import { expect, test } from "vitest";
import { lockProblems } from "./locks-one-by-one.mjs";

const path = "plugins/marketplace/src/workflows/some.ts";
const problemsOf = (text, name = path) => lockProblems([name], () => text);
const take = (keys) => `await container.resolve(Modules.LOCKING).execute(${keys}, () => work(), { timeout: 5 })`;

test.each(["`ship:${id}`", '"tell"', "[`ship:${id}`]", "[\n    `close-order:${id}`,\n  ]", "[shippingLockKey(order.id)]", "[cartId]"])("one key may be taken anywhere: %s", (keys) => {
  expect(problemsOf(take(keys))).toEqual([]);
});

test.each(["keys", "undo.lockKeys", "stockLockKeys(rows)", "[...places, ship(id)]", "[`a:${x}`, `b:${x}`]", '["a", "b"]'])("several at once only by underLocks: %s", (keys) => {
  expect(problemsOf(take(keys))).toHaveLength(1);
});

test("nobody keeps the locks to take several of them unseen; tests and underLocks itself may", () => {
  expect(problemsOf("const locking = container.resolve(Modules.LOCKING)\nlocking.execute(keys, work)")).toHaveLength(1);
  expect(problemsOf(take("keys"), "plugins/marketplace/src/workflows/some.test.ts")).toEqual([]);
  expect(problemsOf(take("[next]"), "plugins/marketplace/src/workflows/under-locks.ts")).toEqual([]);
});
