import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

const UnmatchedQuery = PageQuery.extend({
  older_than_days: z.coerce.number().int().min(0).max(3650).default(0),
  reason: z.string().regex(/^[a-z_]{1,40}$/).optional(),
  id: z.string().regex(/^[A-Za-z0-9_]{1,64}$/).optional(),
})

/** Money nobody could assign, oldest first: it has waited longest. `id`: one alone, as a difference of the daily report names it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, UnmatchedQuery, ({ limit, offset, older_than_days: olderThanDays, reason = null, id = null }, payments) =>
    payments.bank.listUnmatched({ limit, offset, olderThanDays, reason, id }),
  )
}
