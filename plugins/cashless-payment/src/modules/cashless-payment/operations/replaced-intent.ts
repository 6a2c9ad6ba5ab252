import { sameAccount, type NamedAccount } from "../rules/account-number"
import { decideBankNotice } from "../rules/bank-notice"
import { awaiting, countMoney } from "./count-money"
import { lockIntent } from "./change-intent"
import { moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** How often one thing is asked for anew at most; more is a mistake in the rows. */
const LONGEST_CHAIN = 50

/**
 * Each locked intent, or the last one that replaced it: an order whose lines were cancelled asks anew for less, and the
 * buyer may just have scanned the code before. A successor is younger and its id greater, so the order of locks holds.
 */
export async function withSuccessors(sql: Sql, locked: Row[]): Promise<Row[]> {
  const found = new Map<string, Row>()
  for (const row of locked) {
    const last = await lastSuccessor(sql, row)
    found.set(text(last, "id"), last)
  }
  return [...found.values()]
}

async function lastSuccessor(sql: Sql, first: Row): Promise<Row> {
  let row = first
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const nextId = row.status === "canceled" ? textOrNull(row, "replaced_by_id") : null
    if (!nextId) break
    const next = await lockIntent(sql, nextId)
    if (!asksSameAccount(row, next)) break
    row = next
  }
  return row
}

/**
 * A new intent takes the place of a canceled one. What came between the end of the old and now lies at the desk as late;
 * it counts here, in the order it came. Both notices and this lock the old intent first, so nothing slips between.
 */
export async function takeOverMoney(sql: Sql, replacedId: string, created: Row): Promise<Row> {
  const replaced = await lockIntent(sql, replacedId)
  if (replaced.status !== "canceled" || replaced.replaced_by_id || !asksSameAccount(replaced, created)) return created
  await sql("update payment_intent set replaced_by_id = ?, updated_at = now() where id = ?", [text(created, "id"), replacedId])
  const late = await sql("select * from bank_transaction where intent_id = ? and state = 'unmatched' and reason = 'late' and provider <> 'vnpay' and deleted_at is null order by booked_at, id for update", [replacedId])
  let intent = created
  for (const transaction of late) intent = await countLate(sql, transaction, intent)
  return intent
}

async function countLate(sql: Sql, transaction: Row, intent: Row): Promise<Row> {
  // Whose account it is was decided when the money was named for the intent before: by the notice, or by a person.
  const target = awaiting(intent)
  const outcome = decideBankNotice({ direction: "in", accountNumber: target.accountNumber, bin: target.bin, amountVnd: vnd(transaction, "amount_vnd") }, target, false)
  if (outcome.kind !== "matched") return intent
  await sql(
    "update bank_transaction set state = 'matched', reason = ?, intent_id = ?, surplus_vnd = ?, raw_surplus_vnd = ?, updated_at = now() where id = ?",
    [`moved_${outcome.reason}`, text(intent, "id"), ...Object.values(moneyColumns("surplus_vnd", outcome.surplusVnd)), text(transaction, "id")],
  )
  await countMoney(sql, intent, outcome, text(transaction, "id"), new Date())
  return lockIntent(sql, text(intent, "id"))
}

function asksSameAccount(one: Row, other: Row): boolean {
  return other.rail === "vietqr" && sameAccount(payeeOf(one), payeeOf(other))
}

const payeeOf = (intent: Row): NamedAccount => ({ accountNumber: textOrNull(intent, "payee_account_number"), bin: textOrNull(intent, "payee_bin") })
