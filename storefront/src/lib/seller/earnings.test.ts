import { expect, test } from "vitest";
import { EARNINGS_PAGE, earningsHref, earningsPage, earningsQuery } from "./earnings";

test("the days are asked for as they were typed, and nothing else", () => {
  expect(earningsQuery(new URLSearchParams("from=2026-11-01&to=&file=csv")).toString()).toBe("from=2026-11-01");
  expect(earningsQuery(new URLSearchParams("from=hôm qua&to=30/11/2026&x=1")).get("from")).toBe("hôm qua");
  expect(earningsQuery(new URLSearchParams("from= &to=30/11/2026&x=1")).toString()).toBe("to=30%2F11%2F2026");
});

test("pages are counted from one, what is no page is the first, and the days go along", () => {
  expect(["2", "37", undefined, "", "0", "-1", "1.5", "x"].map(earningsPage)).toEqual([2, 37, 1, 1, 1, 1, 1, 1]);
  // Past the last page is a page that is not there, never an offset the backend refuses (it takes up to 1 000 000).
  for (const far of ["9999", "50002", "99999", "9".repeat(400)]) {
    expect(earningsPage(far)).toBeGreaterThan(5_000);
    expect((earningsPage(far) - 1) * EARNINGS_PAGE).toBeLessThanOrEqual(1_000_000);
  }
  expect(earningsHref({}, 1)).toBe("/ban-hang/doi-soat");
  expect(earningsHref({ from: "2026-11-01" }, 3)).toBe("/ban-hang/doi-soat?from=2026-11-01&trang=3");
});
