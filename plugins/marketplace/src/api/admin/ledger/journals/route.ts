import { validated } from "@cho-phien/administrative-units"
import { sellerNames } from "../../../../queries/seller-names"
import { fetchJournals } from "../journal-view"
import { JournalsQuery } from "../validators"

/** GET /admin/ledger/journals?seller_id&order_id&intent_id&kind&from&to&limit&offset → {journals, count, limit, offset}, newest first. */
export const GET = validated({ query: JournalsQuery }, async (req, res, { query: { limit, offset, ...filters } }) => {
  const { journals, count } = await fetchJournals(req.scope, filters, { take: limit, skip: offset })
  const names = await sellerNames(req.scope, journals.flatMap(({ seller_id }) => seller_id ?? []))
  res.json({ journals: journals.map((journal) => ({ ...journal, seller_name: journal.seller_id && (names.get(journal.seller_id) ?? null) })), count, limit, offset })
})
