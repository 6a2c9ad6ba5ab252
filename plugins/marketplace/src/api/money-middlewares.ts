import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePerson } from "./require-person"

/** Where the operator moves money, or decides what is charged: reading is for keys as well. */
const MONEY_DOORS = ["payouts", "ledger", "reconciliation", "commission-rules", "tax-rules", "cod-rules", "shipping-tariff"]

export const moneyMiddlewares: MiddlewareRoute[] = MONEY_DOORS.map((door) => ({ matcher: `/admin/${door}*`, methods: ["POST"], middlewares: [requirePerson] }))
