import { expect, test } from "vitest";
import { earningsQuery } from "./earnings";

test("the days are asked for as they were typed, and nothing else", () => {
  expect(earningsQuery(new URLSearchParams("from=2026-11-01&to=&file=csv")).toString()).toBe("from=2026-11-01");
  expect(earningsQuery(new URLSearchParams("from=hôm qua&to=30/11/2026&x=1")).get("from")).toBe("hôm qua");
  expect(earningsQuery(new URLSearchParams("from= &to=30/11/2026&x=1")).toString()).toBe("to=30%2F11%2F2026");
});
