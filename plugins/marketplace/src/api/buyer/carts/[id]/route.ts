import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { buyerErrors } from "../../../../buyer/errors"
import { checkoutErrors } from "../../../../modules/order-group/errors"
import { fetchCheckoutCart } from "../../../../queries/checkout-cart"
import { attachCartWorkflow } from "../../../../workflows/attach-cart"
import { actingBuyer } from "../../../require-buyer"
import { whenLockIsFree } from "../../../store/carts/when-lock-is-free"
import { IdParams } from "../../validators"

/** POST /buyer/carts/:id → {cart_id}: the cart, and what is ordered from it, is this buyer's from now on. */
export const POST = validated({ params: IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const { customerId } = actingBuyer(req)
  const cart = await fetchCheckoutCart(req.scope, params.id)
  if (cart.completed_at) throw checkoutErrors.cartCompleted()
  if (cart.customer_id !== customerId) {
    const [owner] = cart.customer_id ? await req.scope.resolve(Modules.CUSTOMER).listCustomers({ id: cart.customer_id }, { select: ["id", "has_account"] }) : []
    if (owner?.has_account) throw buyerErrors.cartOfAnother()
    await whenLockIsFree(() => attachCartWorkflow(req.scope).run({ input: { cart_id: cart.id, customer_id: customerId } }))
  }
  res.json({ cart_id: cart.id })
})
