import { expect, test } from "vitest";
import { EARNINGS_PAGE, earningsHref, earningsPage, earningsQuery, owedToMarket } from "./earnings";

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

test("a shop that got more than is its own owes that too, besides its fees", () => {
  expect(owedToMarket({ payable_vnd: 120_000, receivable_vnd: 7_500 })).toBe(7_500);
  expect(owedToMarket({ payable_vnd: -40_000, receivable_vnd: 7_500 })).toBe(47_500);
  expect(owedToMarket({ payable_vnd: -1, receivable_vnd: 0 })).toBe(1);
  expect(owedToMarket({ payable_vnd: 0, receivable_vnd: 0 })).toBe(0);
});
