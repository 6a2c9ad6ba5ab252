import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { beginShippingStep } from "./steps/begin-shipping"
import { fulfilAndShipStep } from "./steps/fulfil-and-ship"

export type ShipSellerOrderInput = { order_id: string; seller_id: string; member_id?: string | null; carrier: string | null; tracking_number: string | null }

/** The seller hands a parcel to the carrier that is paid, or will be at the door. Repeating it changes nothing and is no error. */
export const shipSellerOrderWorkflow = createWorkflow("ship-seller-order", (input: ShipSellerOrderInput) => {
  const shippable = beginShippingStep(input)
  const shipped = fulfilAndShipStep(input)
  when("shipped-now", { shipped }, ({ shipped }) => shipped.first).then(() => {
    emitEventStep({
      eventName: "seller_order.shipped",
      data: transform({ input, shippable }, ({ input, shippable }) => ({ order_id: input.order_id, order_group_id: shippable.orderGroupId })),
    })
  })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ order_id: input.order_id })))
})
