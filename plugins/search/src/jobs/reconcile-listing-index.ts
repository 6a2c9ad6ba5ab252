import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileListingIndex } from "../reconcile-listing-index"

/** Every five minutes: what the index missed because a process died between a change and its event. */
export default async function reconcileListingIndexJob(container: MedusaContainer): Promise<void> {
  await reconcileListingIndex(container)
}

export const config = {
  name: "reconcile-listing-index",
  schedule: "58 */5 * * * *",
}
