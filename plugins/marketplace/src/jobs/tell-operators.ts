import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { tellOperators } from "../operators/tell-operators"

/** Operators hear of new operators. One process at a time: the key of a message is looked up before it is sent. */
export default async function tellOperatorsJob(container: MedusaContainer): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(["tell-operators"], () => tellOperators(container), { timeout: 5 })
}

export const config = { name: "tell-operators", schedule: "22 * * * * *" }
