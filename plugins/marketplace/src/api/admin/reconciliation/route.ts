import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"

const Query = z.object({ limit: z.coerce.number().int().min(1).max(200).default(60), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) }).strict()

/** GET /admin/reconciliation?limit&offset → {days, days_count, differences, count}: reports newest first, page by page, each time with everything still open (200 at most, `count` of them). */
export const GET = validated({ query: Query }, async (req, res, { query: { limit, offset } }) => {
  const service = req.scope.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
  const [days, daysCount] = await service.listAndCountReconciliationDays({}, { take: limit, skip: offset, order: { day: "DESC", rail: "ASC" } })
  const [open, count] = await service.listAndCountReconciliationDifferences({ state: "open" }, { take: 200, order: { day: "DESC", id: "ASC" } })
  res.json({
    days: days.map(({ day, rail, payments, gateway_vnd, given_back_vnd, orders_vnd, books_vnd, ran_at }) => ({ day, rail, payments, ran_at, ...sums({ gateway_vnd, given_back_vnd, orders_vnd, books_vnd }) })),
    days_count: daysCount,
    differences: open.map(({ id, day, kind, subject, rail, order_id, gateway_vnd, orders_vnd, books_vnd }) => ({ id, day, kind, subject, rail, order_id, ...sums({ gateway_vnd, orders_vnd, books_vnd }) })),
    count,
  })
})

function sums<K extends string>(row: Record<K, unknown>): Record<K, number> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)])) as Record<K, number>
}
