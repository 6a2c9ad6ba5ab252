import { createHash } from "node:crypto"
import { isCivilDate } from "@cho-phien/administrative-units"
import type { FieldsReader } from "@cho-phien/ocop"
import type { ListingSales, Period } from "./listing-sales"

/** What a statement of sales says under our signature; the months are in its digest. */
export type SalesStatement = {
  product_id: string
  period: Period
  /** ISO, UTC, whole seconds: what was paid later does not count, so that the same figures can be worked out again */
  issued_at: string
  orders: number
  quantity: number
  revenue_vnd: number
  provinces: number
  digest: string
  illustrative: boolean
}

export function salesStatement(facts: { product_id: string; period: Period; issued_at: string; sales: ListingSales; illustrative: boolean }): SalesStatement {
  const { product_id, period, issued_at, sales, illustrative } = facts
  const { orders, quantity, revenue_vnd, provinces } = sales
  return { product_id, period, issued_at, orders, quantity, revenue_vnd, provinces: provinces.length, digest: digestOf(product_id, period, sales), illustrative }
}

/** 132 bits of SHA-256 over everything a statement counts. */
function digestOf(productId: string, { from, to }: Period, { orders, quantity, revenue_vnd, provinces, months }: ListingSales): string {
  const all = [productId, from, to, orders, quantity, revenue_vnd, provinces, months.map((m) => [m.month, m.orders, m.quantity, m.revenue_vnd, m.provinces])]
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 22)
}

/** `CPS1.<payload>.<signature>` of `signFields`. */
export const SALES_STATEMENT: FieldsReader<SalesStatement> = {
  mark: "CPS1",
  longest: 600,
  write: (s) => [s.product_id, s.period.from, s.period.to, s.issued_at, s.orders, s.quantity, s.revenue_vnd, s.provinces, s.digest, s.illustrative ? 1 : 0],
  read: (fields) => {
    const [product_id, from, to, issued_at, orders, quantity, revenue_vnd, provinces, digest, illustrative] = fields
    if (fields.length !== 10 || !isText(product_id) || !isDay(from) || !isDay(to) || !isText(digest)) return null
    if (!isText(issued_at) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(issued_at) || Number.isNaN(Date.parse(issued_at))) return null
    if (!isCount(orders) || !isCount(quantity) || !isCount(revenue_vnd) || !isCount(provinces)) return null
    if (illustrative !== 0 && illustrative !== 1) return null
    return { product_id, period: { from, to }, issued_at, orders, quantity, revenue_vnd, provinces, digest, illustrative: illustrative === 1 }
  },
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== ""
}

function isDay(value: unknown): value is string {
  return isText(value) && isCivilDate(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
