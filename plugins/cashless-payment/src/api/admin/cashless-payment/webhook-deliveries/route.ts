import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

const DeliveriesQuery = PageQuery.extend({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  status: z.enum(["pending", "succeeded", "failed"]).optional(),
  endpoint_id: z.string().max(100).optional(),
}).strict()

/** The log of what was sent where and what came of it, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, DeliveriesQuery, async ({ limit, offset, status = null, endpoint_id: endpointId = null }, payments) => {
    const { deliveries, count } = await payments.webhooks.listDeliveries({ endpointId, status, limit, offset })
    return { webhook_deliveries: deliveries, count }
  })
}
