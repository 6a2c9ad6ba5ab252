import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { rebuildSearchIndexWorkflow } from "../../../../workflows/rebuild-search-index"

/** POST /admin/search/rebuild: the index anew from the database. Answers when the new version is in use. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const startedAt = Date.now()
  await rebuildSearchIndexWorkflow(req.scope).run()
  const { metadata } = await req.scope.resolve(Modules.SEARCH).search({ entity: "listing", fields: ["id"], pagination: { take: 0 } })
  res.json({ index: "listing", documents: metadata.count, took_ms: Date.now() - startedAt })
}
