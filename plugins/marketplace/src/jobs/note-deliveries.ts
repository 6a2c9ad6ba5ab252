import type { MedusaContainer } from "@medusajs/framework/types"
import { noteDeliveries } from "../workflows/note-deliveries"

/** A seller reads within a minute what of the money is still held. */
export default async function noteDeliveriesJob(container: MedusaContainer): Promise<void> {
  await noteDeliveries(container)
}

export const config = { name: "note-deliveries", schedule: "34 * * * * *" }
