import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { requirePerson } from "./require-person"

/** Where the operator moves money, or decides what is charged: reading is for keys as well. */
const MONEY_DOORS = ["payouts", "ledger", "reconciliation", "commission-rules", "tax-rules", "cod-rules", "shipping-tariff"]

/** Of Medusa's own: a refund, what is done to an order (a cancel refunds, "delivered" lets a payout go), and the account that a shop is paid on. */
const MONEY_ROUTES = ["payments/:id/refund", "orders*", "sellers*"]

/** Who is an operator, or stands for one: with a key that makes an account of its own, its holder would be a person. */
const ACCOUNT_DOORS = ["invites", "users", "api-keys"]

export const moneyMiddlewares: MiddlewareRoute[] = [
  ...[...MONEY_DOORS.map((door) => `${door}*`), ...MONEY_ROUTES].map((route): MiddlewareRoute => ({ matcher: `/admin/${route}`, methods: ["POST"], middlewares: [requirePerson] })),
  ...ACCOUNT_DOORS.map((door): MiddlewareRoute => ({ matcher: `/admin/${door}*`, methods: ["POST", "DELETE"], middlewares: [exceptInvited] })),
]

/** An invitation is accepted by who is no operator yet, and holds it. */
async function exceptInvited(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (/^\/admin\/invites\/accept\/?(\?|$)/i.test(req.originalUrl)) return next()
  return requirePerson(req, res, next)
}
