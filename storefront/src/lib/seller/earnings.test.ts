import { expect, test } from "vitest";
import { earningsQuery } from "./earnings";

test("only days are asked for", () => {
  expect(earningsQuery(new URLSearchParams("from=2026-11-01&to=&file=csv")).toString()).toBe("from=2026-11-01");
  expect(earningsQuery(new URLSearchParams("from=yesterday&to=2026-11-30&x=1")).toString()).toBe("to=2026-11-30");
});
