import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { rebuildListingIndexStep } from "./steps/rebuild-listing-index"

/** Builds the listing index anew from the database; answers when the new version is in use. */
export const rebuildSearchIndexWorkflow = createWorkflow("rebuild-search-index", () => new WorkflowResponse(rebuildListingIndexStep()))
