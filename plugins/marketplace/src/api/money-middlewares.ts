import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePerson } from "./require-person"

/** Where the operator moves money, or decides what is charged: reading is for keys as well. */
const MONEY_DOORS = ["payouts", "ledger", "reconciliation", "commission-rules", "tax-rules", "cod-rules", "shipping-tariff"]

/** Of Medusa's own: a refund, and a cancel, which refunds; and the account that a shop is paid on. */
const MONEY_ROUTES = ["payments/:id/refund", "orders/:id/cancel", "sellers*"]

export const moneyMiddlewares: MiddlewareRoute[] = [...MONEY_DOORS.map((door) => `${door}*`), ...MONEY_ROUTES].map((route) => ({ matcher: `/admin/${route}`, methods: ["POST"], middlewares: [requirePerson] }))
