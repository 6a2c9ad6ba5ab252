import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

/** Payments VNPay suspects, longest waiting first, and how long such payments are waited for. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, PageQuery, async ({ limit, offset }, { suspicions }) => ({ ...(await suspicions.list(limit, offset)), hold: await suspicions.holdRules() }))
}
