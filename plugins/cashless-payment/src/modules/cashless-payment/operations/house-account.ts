import { BEYOND_PAYMENTS } from "../models/bank-transaction"
import { bareAccountNumber, type NamedAccount } from "../rules/account-number"
import { liesOnHouseAccount, type ToldMoney } from "../rules/house-account"
import { text, textOrNull, type Sql } from "./sql"

/** Whether money lies on the house's account; payees are asked for only where the number is the house's. Null while the house names no account: it may yet. */
export async function decideHouseAccount(sql: Sql, told: ToldMoney, house: NamedAccount | null): Promise<boolean | null> {
  if (!house) return null
  return liesOnHouseAccount(told, house, []) && liesOnHouseAccount(told, house, await payeesWith(sql, told.numbers))
}

async function payeesWith(sql: Sql, numbers: (string | null)[]): Promise<NamedAccount[]> {
  const bare = numbers.filter((number) => number !== null).map(bareAccountNumber)
  const rows = await sql(
    `select account_number, bin from payment_account where upper(regexp_replace(account_number, '[^A-Za-z0-9]', '', 'g')) in (${bare.map(() => "?").join(", ")}) and deleted_at is null`,
    bare,
  )
  return rows.map((row) => ({ accountNumber: text(row, "account_number"), bin: textOrNull(row, "bin") }))
}

/**
 * Decides where money lies that was taken before that was asked, at most `limit` rows; false: there was less. What somebody is at just
 * now is left for the next time. What lies with the house counts as changed, so that whoever asks what changed sees it.
 */
export async function decideUndecided(sql: Sql, house: NamedAccount | null, limit: number): Promise<boolean> {
  if (!house) return false
  const rows = await sql(
    `select id, channel, account_number, bank_bin from bank_transaction
     where on_house_account is null and provider <> 'vnpay' and direction = 'in' and (${BEYOND_PAYMENTS}) and deleted_at is null order by id limit ?::int for update skip locked`,
    [limit],
  )
  for (const row of rows) {
    // Of a virtual account only the number was kept that the bank told.
    const told = { channel: text(row, "channel"), numbers: [text(row, "account_number")], bin: textOrNull(row, "bank_bin") }
    const isOn = await decideHouseAccount(sql, told, house)
    await sql("update bank_transaction set on_house_account = ?, updated_at = case when ?::boolean then now() else updated_at end where id = ?", [isOn, isOn, text(row, "id")])
  }
  return rows.length === limit
}
