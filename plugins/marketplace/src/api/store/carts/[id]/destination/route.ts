import { validated } from "@cho-phien/administrative-units"
import { readDestination } from "../../../../../modules/order-group/rules/delivery-address"
import { previewCart } from "../../../../../queries/preview-cart"
import { setCartDeliveryWorkflow } from "../../../../../workflows/set-cart-delivery"
import { DestinationBody, CartParams } from "../../validators"
import { openCart } from "../../open-cart"
import { namedDestination } from "../../named-destination"
import { whenLockIsFree } from "../../when-lock-is-free"

/**
 * POST /store/carts/:id/destination {province_code, commune_code}: where the goods shall go, before anybody types an
 * address; answers with the preview. The same commune again keeps the address and only quotes anew.
 */
export const POST = validated({ params: CartParams, body: DestinationBody }, async (req, res, { params, body }) => {
  const cart = await openCart(req.scope, params.id)
  const destination = await namedDestination(req.scope, body)
  const known = readDestination(cart.shipping_address)
  const same = known?.province_code === destination.province_code && known.commune_code === destination.commune_code && known.commune_name === destination.commune_name
  await whenLockIsFree(() => setCartDeliveryWorkflow(req.scope).run({ input: { cart_id: cart.id, customer_id: cart.customer_id, ...(!same && { address: destination }) } }))
  res.json(await previewCart(req.scope, cart.id))
})
