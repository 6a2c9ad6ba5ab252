import { validated } from "@cho-phien/administrative-units"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { cashlessPayment } from "../../../../../workflows/cashless"
import { clientIp } from "../../client-ip"
import { OrderGroupParams, VnpayBody } from "../../validators"

/** POST /store/order-groups/:id/vnpay: a new attempt at the gateway; a buyer may come back and try again. */
export const POST = validated({ params: OrderGroupParams, body: VnpayBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  const { view, intentIds } = await fetchOrderGroup(req.scope, params.id)
  const waiting = view.orders.some((order) => order.payment.rail === "vnpay" && order.payment.state === "pending")
  const [intentId] = intentIds
  if (!waiting || !intentId) throw checkoutErrors.notVnpay()
  const storefront = process.env.STOREFRONT_URL ?? "http://localhost:8000"
  const { redirectUrl } = await cashlessPayment(req.scope).startVnpayAttempt(intentId, {
    returnUrl: new URL(body.locale === "en" ? "/en/thanh-toan/vnpay" : "/thanh-toan/vnpay", storefront).toString(),
    ipAddress: clientIp(req),
    locale: body.locale === "en" ? "en" : "vn",
  })
  res.json({ redirect_url: redirectUrl })
})
