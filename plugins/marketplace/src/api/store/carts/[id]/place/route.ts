import { validated } from "@cho-phien/administrative-units"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { accessTokenOf } from "../../../../../queries/order-group"
import { previewCart } from "../../../../../queries/preview-cart"
import { completeCartWithSellerOrdersWorkflow } from "../../../../../workflows/complete-cart-with-seller-orders"
import { bringCartUpToDate } from "../../../../../workflows/bring-cart-up-to-date"
import { CartParams, PlaceBody } from "../../validators"
import { whenLockIsFree } from "../../when-lock-is-free"

/** POST /store/carts/:id/place: 201 with the new order group, 200 with the one the cart already has; never at a price the buyer was not shown. */
export const POST = validated({ params: CartParams, body: PlaceBody }, async (req, res, { params, body }) => {
  const change = await whenLockIsFree(() => bringCartUpToDate(req.scope, params.id))
  if (change) throw checkoutErrors.changed(change, await previewCart(req.scope, params.id))
  const { result } = await whenLockIsFree(() => completeCartWithSellerOrdersWorkflow(req.scope).run({ input: { cart_id: params.id, rail: body.rail } }))
  res.status(result.created ? 201 : 200).json({ order_group: { id: result.id, access_token: accessTokenOf(req.scope, result.id) } })
})
