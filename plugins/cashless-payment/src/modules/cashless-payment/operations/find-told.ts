import { generateEntityId } from "@medusajs/framework/utils"
import type { ToldAccount } from "../rules/bank-notice"
import { findMemoCodes } from "../rules/memo-code"
import { bookedAfterSaid, nearest, toldOfTwo, type ToldAs } from "../rules/second-transfer"
import { keysOfReference, MOST_OF_ONE_REFERENCE, nameDifferentPayments, sameTelling, transferKey } from "../rules/transfer-key"
import type { BankTransfer } from "./bank-transfer"
import { instant, insertRow, text, textOrNull, type Row, type Sql } from "./sql"

/** What is on the books of a transfer already. */
export type ToldBefore = {
  /** The row that stands for it. */
  same: Row | null
  /** One that perhaps does: it may mean another account. */
  perhaps: Row | null
  /** One that would, if who tells of this transfer had not told of that one as well: this may be a second one. */
  second: Row | null
  /** All that it would be, where none of them names a payment or has counted for anything. */
  nobodys: Row[]
  /** One of another payment that may be this transfer all the same: not by its memo but by somebody's word it paid that one, or there are too many. */
  contested: Row | null
  /** Ids of the rows under its reference that are other transfers: they name other payments, or who tells of this one told of them under another id. */
  others: string[]
  /** Payments that one under its reference has paid: a second time they are not paid by one that named nobody at first. */
  paid: string[]
  /** Set when other transfers have its reference: the how manieth it is. */
  repeats: number | null
}
export const NOT_TOLD: ToldBefore = { same: null, perhaps: null, second: null, nobodys: [], contested: null, others: [], paid: [], repeats: null }

/** The payments a telling names: by the codes in its memo, and by id once those are followed to what replaced them. */
export type Names = { codes: readonly string[]; intentIds: readonly string[] }

/**
 * Looks for the transfer on this account, told under whatever id by whatever aggregator or person (rules/transfer-key).
 * Others with the same key wait here until the caller's transaction is over: not all of them meet in a unique index.
 * Where a person wrote this transfer down for another payment than it names, one of the two is wrong.
 */
export async function findTold(sql: Sql, transfer: BankTransfer, account: ToldAccount, channel: string, names: Names): Promise<ToldBefore> {
  const key = transferKey({ ...transfer, ...account })
  if (!key) return NOT_TOLD
  await sql("select pg_advisory_xact_lock(hashtext(?))", [`bank_transfer:${key}`])
  const keys = keysOfReference(key)
  const rows = await sql(`select * from bank_transaction where transfer_key in (${keys.map(() => "?").join(", ")}) and deleted_at is null order by id`, keys)
  const told = (how: string) => rows.filter((row) => sameTelling({ bin: account.bin, byHouse: channel === "house" }, { bin: textOrNull(row, "transfer_bin"), byHouse: row.channel === "house" }) === how)
  const isContested = (row: Row) => isPaymentsByWord(row) && names.intentIds.length > 0 && !names.intentIds.includes(text(row, "intent_id"))
  const isAnother = (row: Row) => isContested(row) || (!isByHand(row) && nameDifferentPayments(names.codes, findMemoCodes(text(row, "memo"))))
  const [possible, others] = [told("same").filter((row) => !isAnother(row)), told("same").filter(isAnother)]
  const taken = await takenBySameTeller(sql, [...possible, ...others], transfer, channel, names)
  const nearestOf = (among: Row[]) => nearest(among.map((row) => ({ row, bin: textOrNull(row, "transfer_bin"), bookedAt: instant(row, "booked_at") })), { ...account, bookedAt: transfer.bookedAt })?.row ?? null
  // A person's word about a reference that has counted counts for nothing more.
  const near = (transfer.provider === "manual" && possible.find((row) => row.state !== "unmatched")) || nearestOf(naming(names.codes, possible.filter((row) => !taken.has(row))))
  const same = near && firstOf(near, possible.filter((row) => !taken.has(row)))
  const second = same ? null : nearestOf(possible)
  const next = Math.max(0, ...rows.map((row) => keys.indexOf(text(row, "transfer_key")) + 1)) + 1
  return {
    same,
    perhaps: told("perhaps").find((row) => !isAnother(row)) ?? null,
    second,
    nobodys: second && possible.every(isNobodys) ? possible : [],
    contested: others.find((row) => isContested(row) && !taken.has(row)) ?? (next > MOST_OF_ONE_REFERENCE ? (others[0] ?? second) : null),
    others: [...others.filter((row) => !isContested(row)), ...taken].map((row) => text(row, "id")),
    paid: rows.filter((row) => row.state === "matched").map((row) => text(row, "intent_id")),
    repeats: others.length > 0 || second ? next : null,
  }
}

/** That this transfer was told once more; who tells of it under yet another id tells of another one. */
export async function noteTelling(sql: Sql, of: Row, transfer: BankTransfer, channel: string): Promise<void> {
  const telling = { provider: transfer.provider, channel, provider_transaction_id: transfer.providerTransactionId, booked_at: transfer.bookedAt }
  await insertRow(sql, "bank_telling", { id: generateEntityId(undefined, "btl"), bank_transaction_id: text(of, "id"), ...telling }, "on conflict do nothing")
}

/** Those of the rows of which who tells of this transfer has told before, as of another one. Of money that leaves, and of a person's word, nothing is told so. */
async function takenBySameTeller(sql: Sql, rows: Row[], transfer: BankTransfer, channel: string, { intentIds }: Names): Promise<Set<Row>> {
  if (rows.length === 0 || transfer.direction === "out" || transfer.provider === "manual") return new Set()
  const again = await sql(`select * from bank_telling where bank_transaction_id in (${rows.map(() => "?").join(", ")}) and deleted_at is null`, rows.map((row) => text(row, "id")))
  const confirming = await confirmingRows(sql, rows)
  const telling: ToldAs = { provider: transfer.provider, channel, id: transfer.providerTransactionId, bookedAt: transfer.bookedAt }
  return new Set(
    rows.filter((row) => {
      const tellings = again.filter((one) => one.bank_transaction_id === row.id)
      if (isByHand(row) && intentIds.length === 0 && bookedAfterSaid(transfer.bookedAt, instant(row, "booked_at"))) return true
      return [...(isByHand(row) ? confirming.filter(({ id }) => id === row.confirmed_by_id) : [row]), ...tellings].some((one) => toldOfTwo(telling, toldAs(one)))
    }),
  )
}

/** The notices that confirmed what persons said: a telling each, also where it was told before tellings were kept. */
async function confirmingRows(sql: Sql, rows: Row[]): Promise<Row[]> {
  const ids = rows.map((row) => textOrNull(row, "confirmed_by_id")).filter((id) => id !== null)
  return ids.length === 0 ? [] : sql(`select * from bank_transaction where id in (${ids.map(() => "?").join(", ")}) and deleted_at is null`, ids)
}

/** Where the row may be one told before that is nobody's yet, that one: of the two it is the one that may count. */
function firstOf(row: Row, possible: Row[]): Row {
  return possible.find((one) => one.id === row.may_repeat_id && isNobodys(one) && isNobodys(row)) ?? row
}

/** Those that name a payment which the telling names, if there are any: they are meant before the nameless. */
function naming(codes: readonly string[], rows: Row[]): Row[] {
  const named = rows.filter((row) => findMemoCodes(text(row, "memo")).some((code) => codes.includes(code)))
  return named.length > 0 ? named : rows
}

/** Lies at the desk and names nobody, nor has a person named whom it is for. */
const isNobodys = (row: Row): boolean => row.state === "unmatched" && row.intent_id === null && findMemoCodes(text(row, "memo")).length === 0

const toldAs = (row: Row): ToldAs => ({ provider: text(row, "provider"), channel: text(row, "channel"), id: text(row, "provider_transaction_id"), bookedAt: instant(row, "booked_at") })

const isByHand = (row: Row): boolean => row.provider === "manual"

/** The shop's word, a person at the desk or another teller's memo says whom it paid, or came too late to pay; its own memo says nothing. */
const isPaymentsByWord = (row: Row): boolean => isByHand(row) || (row.intent_id !== null && findMemoCodes(text(row, "memo")).length === 0)
