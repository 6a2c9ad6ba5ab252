import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

/** What payees said by hand to have received, newest first, and whether the bank has confirmed it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, PageQuery, ({ limit, offset }, payments) => payments.bank.listByHand(limit, offset))
}
