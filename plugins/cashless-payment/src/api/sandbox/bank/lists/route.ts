import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { payments } from "../../listed-transfers"

/** Has the marketplace ask the aggregators' lists now, instead of within the next minute. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ fetched: await payments(req).bank.fetchLists() })
}
