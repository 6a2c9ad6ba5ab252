import { expect, test } from "vitest";
import { addOrderKey, findOrderKey } from "./order-keys";

test("a key is found again under its own order only", () => {
  const cookie = addOrderKey(addOrderKey("", "og_1", "first.key"), "og_12", "second");
  expect(findOrderKey(cookie, "og_1")).toBe("first.key");
  expect(findOrderKey(cookie, "og_12")).toBe("second");
  expect(findOrderKey(cookie, "og_2")).toBeNull();
  expect(findOrderKey("", "og_1")).toBeNull();
});

test("a new key replaces the old one, and the oldest orders give way", () => {
  let cookie = addOrderKey(addOrderKey("", "og_1", "a"), "og_1", "b");
  expect(cookie).toBe("og_1.b");
  for (let index = 2; index <= 20; index++) cookie = addOrderKey(cookie, `og_${index}`, "k");
  expect(cookie.split("~")).toHaveLength(12);
  expect(findOrderKey(cookie, "og_1")).toBeNull();
  expect(findOrderKey(cookie, "og_20")).toBe("k");
});
