import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { stripeGate } from "../stripe/gate"
import { requirePerson } from "./require-person"

/** Without SANDBOX=true the simulator does not exist: the same answer as for any unknown path. */
function onlyInSandbox(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const { settings } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  if (settings.sandbox) {
    // The pages carry their own style and post only to themselves and back to the shop.
    res.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
    res.setHeader("Referrer-Policy", "no-referrer")
    next()
    return
  }
  res.status(404).send(`Cannot ${req.method} ${req.path}`)
}

/** Where a person decides about money; reading is for keys as well, and so are webhooks. */
const DESKS = ["unmatched", "hand-transfers", "suspected", "unread-rows"]

export default defineMiddlewares({
  routes: [
    ...["sepay", "payos", "casso"].map((provider) => ({
      // Also below it: a payee's own address ends in its token.
      matcher: `/hooks/${provider}*`,
      methods: ["POST" as const],
      bodyParser: { preserveRawBody: true, sizeLimit: "64kb" },
    })),
    ...DESKS.map((desk) => ({ matcher: `/admin/cashless-payment/${desk}*`, methods: ["POST" as const], middlewares: [requirePerson] })),
    // Stripe's forms are read by /v1 itself: the framework's parser knows other brackets and loses doubles.
    { matcher: "/v1*", methods: ["POST"], bodyParser: false },
    { matcher: "/v1*", middlewares: [stripeGate] },
    { matcher: "/sandbox/bank*", middlewares: [onlyInSandbox] },
    { matcher: "/sandbox/sepay*", middlewares: [onlyInSandbox] },
    { matcher: "/sandbox/casso*", middlewares: [onlyInSandbox] },
    { matcher: "/sandbox/payos*", middlewares: [onlyInSandbox] },
    { matcher: "/sandbox/vnpay*", middlewares: [onlyInSandbox] },
  ],
})
