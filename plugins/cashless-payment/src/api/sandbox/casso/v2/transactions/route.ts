import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { fromBankDate, toBankDate } from "../../../../../modules/cashless-payment/rules/vietnam-time"
import { SANDBOX_PAYER_BIN } from "../../../../../sandbox/bank"
import { shortNameOf } from "../../../../../sandbox/bank-notices"
import { listedBank, listedTransfers, payments, showsKey } from "../../../listed-transfers"

/** Casso's list of transactions, simulated: pages by day, oldest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (!showsKey(req, "Apikey", payments(req).settings.bank.lists.casso.key)) {
    res.status(401).json({ error: 401, message: "Unauthorized" })
    return
  }
  const [page, pageSize] = [Number(req.query.page) || 1, Number(req.query.pageSize) || 100]
  const rows = (await listedTransfers(req, "casso", fromBankDate(`${String(req.query.fromDate)} 00:00:00`))).reverse()
  const records = rows.slice((page - 1) * pageSize, page * pageSize).map((row) => ({
    id: Number(row.notice_number),
    tid: row.reference_code,
    description: row.memo,
    amount: Number(row.amount_vnd),
    cusumBalance: 0,
    when: toBankDate(new Date(row.booked_at)),
    bankSubAccId: row.account_number,
    bankCodeName: listedBank(req, row.account_number).toLowerCase(),
    virtualAccount: "",
    corresponsiveName: row.payer_name,
    corresponsiveAccount: row.payer_account_number,
    corresponsiveBankId: SANDBOX_PAYER_BIN,
    corresponsiveBankName: shortNameOf(SANDBOX_PAYER_BIN),
  }))
  res.json({ error: 0, message: "success", data: { page, pageSize, totalPages: Math.ceil(rows.length / pageSize), totalRecords: rows.length, records } })
}
