import { validated } from "@cho-phien/administrative-units"
import { previewCart } from "../../../../../queries/preview-cart"
import { setCartDeliveryWorkflow } from "../../../../../workflows/set-cart-delivery"
import { namedDestination } from "../../named-destination"
import { openCart } from "../../open-cart"
import { CartParams, DeliveryBody } from "../../validators"
import { whenLockIsFree } from "../../when-lock-is-free"

/**
 * POST /store/carts/:id/delivery: address in two levels, one shipping method for each seller that can send there;
 * answers with the preview. What was typed is kept also when a seller can't: its `delivery` says so. `buyer` is who
 * orders, where it is not who receives; an account's cart is its account's whatever it says.
 */
export const POST = validated({ params: CartParams, body: DeliveryBody }, async (req, res, { params, body }) => {
  const cart = await openCart(req.scope, params.id)
  const { buyer: named, ...where } = body
  const address = { ...where, note: body.note || null, email: body.email ?? null, ...(await namedDestination(req.scope, body)) }
  const { name, phone } = named ?? body
  const buyer = named === null ? null : { name: name ?? null, phone }
  await whenLockIsFree(() => setCartDeliveryWorkflow(req.scope).run({ input: { cart_id: cart.id, customer_id: cart.customer_id, address, buyer } }))
  res.json(await previewCart(req.scope, cart.id))
})
