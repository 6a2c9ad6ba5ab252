import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"

type Fulfilment = { id: string; shipped_at: string | null; delivered_at: string | null; canceled_at: string | null }

/** The parcels of an order that were not cancelled. */
export async function parcelsOf(container: MedusaContainer, orderId: string): Promise<Fulfilment[]> {
  const fields = ["id", "fulfillments.id", "fulfillments.shipped_at", "fulfillments.delivered_at", "fulfillments.canceled_at"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields, filters: { id: orderId } })
  const parcels = (data[0] as unknown as { fulfillments: (Fulfilment | null)[] | null } | undefined)?.fulfillments ?? []
  return parcels.filter((parcel): parcel is Fulfilment => parcel !== null && !parcel.canceled_at)
}

/** Every parcel of the order has come; those of which somebody said so before keep their time. */
export async function markDelivered(container: MedusaContainer, orderId: string): Promise<void> {
  for (const { id, delivered_at } of await parcelsOf(container, orderId)) {
    if (!delivered_at) await markOrderFulfillmentAsDeliveredWorkflow(container).run({ input: { orderId, fulfillmentId: id } })
  }
}
