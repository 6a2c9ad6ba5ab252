import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { tellMoneyBack } from "../workflows/tell-money-back"

/** Messages about money that goes back. One process at a time: the key of a message is looked up before it is sent. */
export default async function tellMoneyBackJob(container: MedusaContainer): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(["tell-money-back"], () => tellMoneyBack(container), { timeout: 5 })
}

export const config = { name: "tell-money-back", schedule: "14 * * * * *" }
