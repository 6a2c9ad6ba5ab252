import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

/** Payments VNPay suspects, longest waiting first; how long such payments are waited for; terminals VNPay can't be asked about. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, PageQuery, async ({ limit, offset }, payments) => ({
    ...(await payments.suspicions.list(limit, offset)),
    hold: await payments.suspicions.holdRules(),
    unknown_terminals: await payments.listUnknownTerminals(),
  }))
}
