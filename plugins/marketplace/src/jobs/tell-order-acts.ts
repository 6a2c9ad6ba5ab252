import type { MedusaContainer } from "@medusajs/framework/types"
import { tellOrderActs } from "../workflows/tell-order-acts"

/** Messages that a crash or a gateway kept from those they were for. */
export default async function tellOrderActsJob(container: MedusaContainer): Promise<void> {
  await tellOrderActs(container)
}

export const config = { name: "tell-order-acts", schedule: "26 * * * * *" }
