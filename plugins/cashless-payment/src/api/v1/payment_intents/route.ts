import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { readListQuery } from "../../../stripe/list-query"
import { toStripePaymentIntent } from "../../../stripe/payment-intent"
import { noSuch, StripeApiError } from "../../../stripe/stripe-error"

/** Newest first, by cursor: `{ object: "list", url, has_more, data }`. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  try {
    const query = readListQuery(req.query)
    for (const param of ["startingAfter", "endingBefore"] as const) {
      const cursor = query[param]
      if (cursor && !(await payments.findIntent(cursor))) {
        throw noSuch("payment_intent", cursor, param === "startingAfter" ? "starting_after" : "ending_before")
      }
    }
    const { intents, hasMore } = await payments.listIntents(query)
    const data = intents.map((intent) => toStripePaymentIntent(intent, !payments.settings.sandbox))
    res.json({ object: "list", url: "/v1/payment_intents", has_more: hasMore, data })
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error
    res.status(error.status).json(error.body)
  }
}
