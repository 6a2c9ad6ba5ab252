import { z } from "zod";

/** The shop's own money as the books have it (GET /seller/earnings). Whole đồng. */
export const earningsAnswer = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  now: z.object({ payable_vnd: z.number(), held_vnd: z.number(), receivable_vnd: z.number(), in_transit_vnd: z.number() }),
  orders: z.array(
    z.object({
      order_id: z.string(),
      display_id: z.number(),
      day: z.string(),
      rail: z.string(),
      gross_vnd: z.number(),
      goods_vnd: z.number(),
      shipping_vnd: z.number(),
      commission_vnd: z.number(),
      tax_vnd: z.number(),
      refund_vnd: z.number(),
      net_vnd: z.number(),
    }),
  ),
  count: z.number(),
  charges: z.array(z.object({ payment_intent: z.string(), description: z.string().nullable(), day: z.string(), gross_vnd: z.number(), fee_vnd: z.number(), refund_vnd: z.number(), net_vnd: z.number() })),
  others: z.array(z.object({ day: z.string(), what: z.enum(["taken_over", "taken_back", "passed_on", "api_fee", "adjustment"]), amount_vnd: z.number() })),
  /** There are more in the period than were read. */
  more_others: z.boolean(),
  payouts: z.array(z.object({ day: z.string(), amount_vnd: z.number(), netted_vnd: z.number(), state: z.enum(["in_transit", "paid", "failed", "reversed"]), reference: z.string(), account: z.string(), reason: z.string().nullable() })),
});
/** How many orders, payments without one and other entries stand on one page; a month of a busy shop is many screens. */
export const EARNINGS_PAGE = 20;
export type Earnings = z.infer<typeof earningsAnswer>;
export type OrderEarnings = Earnings["orders"][number];

/** What the shop owes the market today: fees and what it paid in its stead, and what the shop got and had to give back since. */
export function owedToMarket({ payable_vnd, receivable_vnd }: Pick<Earnings["now"], "payable_vnd" | "receivable_vnd">): number {
  return receivable_vnd + Math.max(0, -payable_vnd);
}

/** The days a page or a file is asked for, as they were typed; the backend reads them, and says what is wrong with one. What is empty is left out, so that the backend's own period holds. */
export function earningsQuery(asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ["from", "to"]) {
    const value = asked.get(name)?.trim().slice(0, 40);
    if (value) query.set(name, value);
  }
  return query;
}

/** Past every page there can be, and well within the offset the backend takes: it answers that there is no such page. */
const LAST_PAGE = 9_999;

/** Which page was asked for; anything that is no page is the first. */
export function earningsPage(asked: string | undefined): number {
  return /^[1-9]\d*$/.test(asked ?? "") ? Math.min(Number(asked), LAST_PAGE) : 1;
}

/** The address of a page of the same days. */
export function earningsHref(days: Record<string, string>, page: number): string {
  const query = new URLSearchParams({ ...days, ...(page > 1 && { trang: String(page) }) });
  return query.size > 0 ? `/ban-hang/doi-soat?${query}` : "/ban-hang/doi-soat";
}
