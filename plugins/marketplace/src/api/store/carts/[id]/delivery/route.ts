import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { isTwoLevelAddress } from "../../../../../modules/order-group/rules/delivery-address"
import { fetchCheckoutCart } from "../../../../../queries/checkout-cart"
import { previewCart } from "../../../../../queries/preview-cart"
import { setCartDeliveryWorkflow } from "../../../../../workflows/set-cart-delivery"
import { CartParams, DeliveryBody } from "../../validators"
import { whenLockIsFree } from "../../when-lock-is-free"

/** POST /store/carts/:id/delivery: address in two levels, one shipping method per seller; answers with the preview. */
export const POST = validated({ params: CartParams, body: DeliveryBody }, async (req, res, { params, body }) => {
  const cart = await fetchCheckoutCart(req.scope, params.id)
  if (cart.completed_at) throw checkoutErrors.cartCompleted()
  if (cart.items.length === 0) throw checkoutErrors.cartEmpty()
  const units = await req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([body.province_code, body.commune_code])
  const province = units.get(body.province_code) ?? null
  const commune = units.get(body.commune_code) ?? null
  const wrong = isTwoLevelAddress(province, commune)
  if (wrong !== "ok") throw checkoutErrors.unknownCommune(wrong)
  const address = { ...body, note: body.note || null, email: body.email ?? null, province_name: province!.full_name, commune_name: commune!.full_name }
  await whenLockIsFree(() => setCartDeliveryWorkflow(req.scope).run({ input: { cart_id: cart.id, address } }))
  res.json(await previewCart(req.scope, cart.id))
})
