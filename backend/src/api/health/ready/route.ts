import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Ready means: this process serves and its database answers. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    await database.raw("select 1")
    res.json({ status: "ready" })
  } catch {
    res.status(503).json({ status: "unavailable", code: "database_unreachable" })
  }
}
