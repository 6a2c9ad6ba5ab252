import { validated } from "@cho-phien/administrative-units"
import { csvLine } from "@cho-phien/ocop"
import { fetchJournals } from "../journal-view"
import { JournalsFileQuery } from "../validators"

const BATCH = 500

/** GET /admin/ledger/journals.csv?seller_id&order_id&kind&from&to: one line per entry, UTF-8 with its mark, safe in a spreadsheet. */
export const GET = validated({ query: JournalsFileQuery }, async (req, res, { query }) => {
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="so-cai.csv"')
  res.setHeader("Cache-Control", "no-store")
  res.write("\uFEFF" + csvLine(["Ngày", "Bút toán", "Khoá", "Loại", "Gian hàng", "Đơn hàng", "Khoản thanh toán", "Tài khoản", "Khoản", "Nợ (đồng)", "Có (đồng)", "Lý do"]))
  for (let skip = 0; ; skip += BATCH) {
    const { journals } = await fetchJournals(req.scope, query, { take: BATCH, skip })
    for (const journal of journals) {
      for (const { account, component, amount_vnd } of journal.entries) {
        res.write(csvLine([journal.day, journal.id, journal.key, journal.kind, journal.seller_id, journal.order_id, journal.intent_id, account, component, Math.max(0, amount_vnd), Math.max(0, -amount_vnd), journal.reason]))
      }
    }
    if (journals.length < BATCH) break
  }
  res.end()
})
