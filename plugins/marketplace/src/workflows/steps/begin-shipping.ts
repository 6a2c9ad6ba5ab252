import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type { ParcelLabel, ShippingDecision } from "../../modules/order-group/operations/shipping"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { takeBackShipping } from "../ship-parcel"

type Input = ParcelLabel & { order_id: string; seller_id: string; member_id?: string | null }

/** A seller ships its own orders only, and only what is paid or will be paid at the door; from here on nobody cancels. */
export const beginShippingStep = createStep(
  "begin-shipping",
  async ({ order_id, seller_id, member_id, carrier, tracking_number }: Input, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const decision = await groups.beginShipping(order_id, seller_id, { actor: "seller", actorId: member_id ?? null }, { carrier, tracking_number })
    if ("refused" in decision) throw refusal(decision)
    return new StepResponse({ orderGroupId: decision.orderGroupId }, decision.first ? order_id : null)
  },
  async (orderId, { container }) => {
    if (orderId) await takeBackShipping(container, orderId)
  },
)

function refusal({ refused }: Extract<ShippingDecision, { refused: string }>) {
  switch (refused) {
    case "not_found":
      return checkoutErrors.sellerOrderNotFound()
    case "not_paid":
      return checkoutErrors.notPaid()
    case "in_progress":
      return checkoutErrors.paymentInProgress()
    case "closed":
      return checkoutErrors.orderClosed()
  }
}
