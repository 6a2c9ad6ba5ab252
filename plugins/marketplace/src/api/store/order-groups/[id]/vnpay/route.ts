import { validated } from "@cho-phien/administrative-units"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { assertAccess, waitingVnpayIntent } from "../../../../../queries/order-group"
import { cashlessPayment, isBeingChecked } from "../../../../../workflows/cashless"
import { clientIp } from "../../client-ip"
import { OrderGroupParams, VnpayBody } from "../../validators"

/**
 * POST /store/order-groups/:id/vnpay {access_token, locale?, bank_code?, as?}: a new attempt at the gateway; a buyer may
 * come back and try again. `as: "qr"` gives {qr: {payload, expires_at}} instead of {redirect_url}, the open one if there is one.
 */
export const POST = validated({ params: OrderGroupParams, body: VnpayBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  const intentId = await waitingVnpayIntent(req.scope, params.id)
  if (!intentId) throw checkoutErrors.notVnpay()
  if (await isBeingChecked(req.scope, intentId)) throw checkoutErrors.paymentChecking()
  const storefront = process.env.STOREFRONT_URL ?? "http://localhost:8000"
  const attempt = {
    returnUrl: new URL(body.locale === "en" ? "/en/thanh-toan/vnpay" : "/thanh-toan/vnpay", storefront).toString(),
    ipAddress: clientIp(req),
    locale: body.locale === "en" ? ("en" as const) : ("vn" as const),
    bankCode: body.bank_code,
  }
  const payments = cashlessPayment(req.scope)
  if (body.as === "qr") {
    res.json({ redirect_url: null, qr: await payments.showVnpayQr(intentId, attempt) })
    return
  }
  const { redirectUrl } = await payments.startVnpayAttempt(intentId, attempt)
  res.json({ redirect_url: redirectUrl, qr: null })
})
