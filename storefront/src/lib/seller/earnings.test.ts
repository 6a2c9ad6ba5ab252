import { expect, test } from "vitest";
import { earningsHref, earningsPage, earningsQuery } from "./earnings";

test("the days are asked for as they were typed, and nothing else", () => {
  expect(earningsQuery(new URLSearchParams("from=2026-11-01&to=&file=csv")).toString()).toBe("from=2026-11-01");
  expect(earningsQuery(new URLSearchParams("from=hôm qua&to=30/11/2026&x=1")).get("from")).toBe("hôm qua");
  expect(earningsQuery(new URLSearchParams("from= &to=30/11/2026&x=1")).toString()).toBe("to=30%2F11%2F2026");
});

test("pages are counted from one, what is no page is the first, and the days go along", () => {
  expect(["2", "37", undefined, "", "0", "-1", "1.5", "x", "999999"].map(earningsPage)).toEqual([2, 37, 1, 1, 1, 1, 1, 1, 1]);
  expect(earningsHref({}, 1)).toBe("/ban-hang/doi-soat");
  expect(earningsHref({ from: "2026-11-01" }, 3)).toBe("/ban-hang/doi-soat?from=2026-11-01&trang=3");
});
