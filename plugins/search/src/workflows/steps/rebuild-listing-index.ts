import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Fills a new version of the index beside the one that answers, then swaps them: the shop can
 * be searched all the while, and a failed rebuild leaves the old version in place. Nothing to undo.
 */
export const rebuildListingIndexStep = createStep("rebuild-listing-index", async (_input: void, { container }) => {
  const { job_id } = await container.resolve(Modules.SEARCH).reindex({ index: "listing", strategy: "swap" })
  return new StepResponse({ job_id })
})
