import { BEYOND_PAYMENTS } from "../models/bank-transaction"
import type { ReceiptPage } from "./receipts-beyond-payments"
import { instant, text, vnd, type Sql } from "./sql"

/** Money on the house's own bank account, in đồng, which is or was no payment. */
export type ReceiptOnHouseAccount = {
  id: string
  amountVnd: number
  state: string
  reason: string
  /** A person sends it back, or has. */
  goesBack: boolean
  bookedAt: Date
  /** When it came to be as it is. */
  changedAt: Date
}

/** Parameters: since, until, after, limit. */
export const RECEIPTS_ON_HOUSE_ACCOUNT = `select id, amount_vnd, state, reason, booked_at, coalesce(resolved_at, updated_at) as changed_at,
   exists (select 1 from hand_transfer h where h.bank_transaction_id = t.id and h.state <> 'canceled' and h.deleted_at is null) as goes_back
 from bank_transaction t
 where on_house_account and (${BEYOND_PAYMENTS}) and updated_at >= ? and created_at <= ? and direction = 'in' and deleted_at is null and id > ? order by id limit ?::int`

/** What changed since `since`; by id, those after `after`. */
export async function receiptsOnHouseAccount(sql: Sql, { since, until, after, limit }: Omit<ReceiptPage, "provider">): Promise<ReceiptOnHouseAccount[]> {
  const rows = await sql(RECEIPTS_ON_HOUSE_ACCOUNT, [since, until, after, limit])
  return rows.map((row) => ({
    id: text(row, "id"),
    amountVnd: vnd(row, "amount_vnd"),
    state: text(row, "state"),
    reason: text(row, "reason"),
    goesBack: row.goes_back === true,
    bookedAt: instant(row, "booked_at"),
    changedAt: instant(row, "changed_at"),
  }))
}
