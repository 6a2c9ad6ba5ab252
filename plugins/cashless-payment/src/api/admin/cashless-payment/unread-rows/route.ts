import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

/** Rows of aggregators' lists that could not be read, oldest first; `lists` are those of the operator's own that can't be read at all. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, PageQuery, (page, payments) => payments.bank.listUnreadRows(page))
}
