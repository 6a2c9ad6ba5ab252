import { expect, test } from "vitest";
import { safeReturnPath } from "./return-path";

test("a path inside the door is kept, with its query", () => {
  expect(safeReturnPath("/ban-hang/hang/prod_01", "/ban-hang")).toBe("/ban-hang/hang/prod_01");
  expect(safeReturnPath("/dieu-hanh/19/san-pham?listed=true&stars=4", "/dieu-hanh")).toBe(
    "/dieu-hanh/19/san-pham?listed=true&stars=4",
  );
});

test.each([
  "https://thief.example/ban-hang",
  "//thief.example",
  "/\\thief.example",
  "/ban-hang/../dieu-hanh",
  "/ban-hang//thief.example",
  "/ban-hangs",
  "/gio-hang",
  "/ban-hang?x=https://thief.example",
  "/ban-hang/dang-nhap?next=/ban-hang",
  `/ban-hang/${"a".repeat(400)}`,
  undefined,
  ["/ban-hang/hang"],
])("%s falls back to the door itself", (value) => {
  expect(safeReturnPath(value, "/ban-hang")).toBe("/ban-hang");
});
