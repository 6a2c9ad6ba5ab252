import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { fromBankDate, toBankDate } from "../../../../../../modules/cashless-payment/rules/vietnam-time"
import { listedBank, listedTransfers, payments, showsKey } from "../../../../listed-transfers"

const MOST = 5000

/** SePay's list of transactions, simulated. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (!showsKey(req, "Bearer", payments(req).settings.bank.lists.sepay.token)) {
    res.status(401).json({ status: 401, error: "Unauthorized" })
    return
  }
  const until = fromBankDate(String(req.query.transaction_date_max ?? ""))
  const limit = Math.min(Number(req.query.limit) || MOST, MOST)
  const rows = await listedTransfers(req, "sepay", fromBankDate(String(req.query.transaction_date_min ?? "")))
  const transactions = rows.filter((row) => !until || toBankDate(new Date(row.booked_at)) <= toBankDate(until)).slice(0, limit).map((row) => ({
    id: String(row.notice_number),
    bank_brand_name: listedBank(req, row.account_number),
    account_number: row.account_number,
    transaction_date: toBankDate(new Date(row.booked_at)),
    amount_out: "0.00",
    amount_in: `${Number(row.amount_vnd)}.00`,
    accumulated: "0.00",
    transaction_content: row.memo,
    reference_number: row.reference_code,
    code: null,
    sub_account: null,
  }))
  res.json({ status: 200, error: null, messages: { success: true }, transactions })
}
