import { validated } from "@cho-phien/administrative-units"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { accessTokenOf } from "../../../../../queries/order-group"
import { completeCartWithSellerOrdersWorkflow } from "../../../../../workflows/complete-cart-with-seller-orders"
import { refreshOldPrices } from "../../../../../workflows/refresh-old-prices"
import { CartParams, PlaceBody } from "../../validators"
import { whenLockIsFree } from "../../when-lock-is-free"

/** POST /store/carts/:id/place: 201 with the new order group, 200 with the one the cart already has; never at a price the buyer was not shown. */
export const POST = validated({ params: CartParams, body: PlaceBody }, async (req, res, { params, body }) => {
  if (await whenLockIsFree(() => refreshOldPrices(req.scope, params.id))) throw checkoutErrors.priceChanged()
  const { result } = await whenLockIsFree(() => completeCartWithSellerOrdersWorkflow(req.scope).run({ input: { cart_id: params.id, rail: body.rail } }))
  res.status(result.created ? 201 : 200).json({ order_group: { id: result.id, access_token: accessTokenOf(req.scope, result.id) } })
})
