import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type PlacedOrder = { order_id: string; seller_id: string; total_vnd: number; line_item_ids: { id: string; cart_line_id: string }[] }

/** Medusa's arithmetic has 20 digits of noise; anything larger is a real difference. */
const NOISE_VND = 1e-6

/** The orders must come to exactly what the buyer was shown: a wrong figure here would be printed into a QR. */
export const verifyOrderTotalsStep = createStep("verify-order-totals", async (placed: PlacedOrder[], { container }) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "total"], filters: { id: placed.map((order) => order.order_id) } })
  const totals = new Map(data.map((order) => [order.id, Number(order.total)]))
  for (const order of placed) {
    const total = totals.get(order.order_id)
    if (total === undefined || Math.abs(total - order.total_vnd) > NOISE_VND) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Order ${order.order_id} comes to ${total} đồng, the buyer was shown ${order.total_vnd}`)
    }
  }
  return new StepResponse(undefined)
})
