import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import type { NotedDelivery } from "../modules/ledger/deliveries"
import type LedgerModuleService from "../modules/ledger/service"

const BATCH = 200

type Fulfilment = { shipped_at: string | null; delivered_at: string | null; canceled_at: string | null }
type Order = { id: string; fulfillments: (Fulfilment | null)[] | null }

/** Tells the books which of the sales they hold have left, and which have arrived. */
export async function noteDeliveries(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  for (let after = ""; ; ) {
    const ids = await ledger.undeliveredSales(after, BATCH)
    if (ids.length > 0) {
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "fulfillments.shipped_at", "fulfillments.delivered_at", "fulfillments.canceled_at"], filters: { id: ids } })
      await ledger.noteDeliveries((data as unknown as Order[]).flatMap((order) => deliveryOf(order) ?? []))
    }
    if (ids.length < BATCH) return
    after = ids.at(-1) ?? after
  }
}

/** An order has left, or arrived, when all its parcels have; null: none has left. */
export function deliveryOf({ id, fulfillments }: Order): NotedDelivery | null {
  const parcels = (fulfillments ?? []).filter((parcel): parcel is Fulfilment => parcel !== null && parcel.canceled_at === null)
  const shippedAt = latest(parcels.map(({ shipped_at, delivered_at }) => shipped_at ?? delivered_at))
  return shippedAt && { orderId: id, shippedAt, deliveredAt: latest(parcels.map(({ delivered_at }) => delivered_at)) }
}

/** Null as long as one is missing. */
function latest(times: (string | null)[]): Date | null {
  if (times.length === 0 || times.includes(null)) return null
  return new Date(Math.max(...times.map((time) => new Date(time ?? 0).getTime())))
}
