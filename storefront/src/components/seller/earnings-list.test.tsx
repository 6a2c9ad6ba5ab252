import { Children, isValidElement, type ReactNode } from "react";
import { expect, test, vi } from "vitest";

vi.mock("next-intl/server", () => ({ getTranslations: () => Promise.resolve((key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`), getLocale: () => Promise.resolve("vi") }));
vi.mock("@/i18n/link", () => ({ Link: "a" }));
vi.mock("@/components/ui/button", () => ({ ButtonLink: "a" }));
vi.mock("@/components/seller/earnings-charges", () => ({ EarningsCharges: "section" }));
vi.mock("./earnings-pages", () => ({ EarningsPages: "nav" }));

import { EarningsList } from "./earnings-list";

const fact = { day: "2026-11-22", what: "api_fee", amount_vnd: -900 } as const;

/** What is said under a test id, anywhere in it; null where nothing is. */
function said(node: ReactNode, id: string): ReactNode {
  for (const child of Children.toArray(node)) {
    if (!isValidElement<{ children?: ReactNode; "data-testid"?: string }>(child)) continue;
    const found = child.props["data-testid"] === id ? child.props.children : said(child.props.children, id);
    if (found) return found;
  }
  return null;
}

async function listOf(moreOthers: boolean, page = 1) {
  const now = { payable_vnd: 0, held_vnd: 0, receivable_vnd: 0, in_transit_vnd: 0 };
  return EarningsList({ earnings: { period: { from: "2026-11-01", to: "2026-11-30" }, now, orders: [], count: 2, charges: [], payouts: [], others: [fact, fact], more_others: moreOthers }, days: {}, page });
}

test("where entries of the period are left out it says so", async () => {
  expect(said(await listOf(true), "earnings-more-others")).toBe("moreOthers {}");
  expect(said(await listOf(false), "earnings-more-others")).toBeNull();
  expect(said(await listOf(false), "earnings-api_fee")).not.toBeNull();
});

test("what else was booked stands on its page, whichever that is", async () => {
  expect(said(await listOf(false, 2), "earnings-api_fee")).not.toBeNull();
});
