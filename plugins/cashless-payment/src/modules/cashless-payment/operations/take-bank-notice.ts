import type { NamedAccount } from "../rules/account-number"
import { accountOf, chooseIntent, decideBankNotice, maySpeak, orPerhapsTold, type AwaitingIntent, type Doubt, type NoticeOutcome } from "../rules/bank-notice"
import { bankOfName } from "../rules/banks"
import { findMemoCodes } from "../rules/memo-code"
import { bookTransfer, confirmByHand, countToldAgain, isNameless, isUnconfirmedByHand, markPerhapsTold, nameToldAgain, takeOffDesk, unconfirmedByHand, type Booking } from "./bank-transaction-row"
import { HOUSE_NOTICE, type BankTransfer, type NoticeSource } from "./bank-transfer"
import { awaiting, countMoney } from "./count-money"
import { findTold, noteTelling, NOT_TOLD, type ToldBefore } from "./find-told"
import { decideHouseAccount } from "./house-account"
import { findOutgoing, proveOutgoing } from "./settle-outgoing"
import { tellLateMoney } from "./late-money"
import { withSuccessors } from "./replaced-intent"
import { receiveNotice, settleNotice } from "./inbox"
import { text, type Row, type Sql } from "./sql"

type Named = AwaitingIntent & { id: string; row: Row; byHandId: string | null }

/**
 * One genuine bank notice, in the caller's transaction (locks: inbox → intents in the order of their ids). The transfer
 * is kept whatever comes of it: counted, ignored, or unmatched for a person to decide. `house` is the house's own account.
 */
export async function takeBankNotice(sql: Sql, house: NamedAccount | null, transfer: BankTransfer, raw: string, now: Date, source: NoticeSource = HOUSE_NOTICE): Promise<NoticeOutcome> {
  const dedupeKey = source.channel === "house" ? transfer.providerTransactionId : `${source.channel}:${transfer.providerTransactionId}`
  const entry = await receiveNotice(sql, transfer.provider, dedupeKey, raw)
  if (entry.settledOutcome) return { kind: "ignored", reason: "duplicate" }

  // A payee's own connection is about an account of one bank, whatever the aggregator calls it.
  const notice = { ...transfer, bin: bankOfName(transfer.bankName) ?? source.onlyAbout?.bin ?? null, onlyAbout: source.onlyAbout }
  const codes = findMemoCodes(transfer.memo)
  const named = await namedIntents(sql, codes)
  const chosen = chooseIntent(notice, named)
  const intent = chosen === "ambiguous" ? null : chosen
  const ruled = decideBankNotice(notice, chosen, false)
  // Somebody who may not speak of an account must not be able to keep its real transfer from being counted later.
  const foreign = source.onlyAbout !== null && (ruled.reason === "wrong_account" || !maySpeak(notice))
  const returnedId = transfer.direction === "out" && !foreign ? await findOutgoing(sql, transfer, source, named.map(({ row }) => row)) : null
  const account = accountOf(notice, intent)
  const told = foreign ? NOT_TOLD : await findTold(sql, transfer, account, source.channel, { codes, intentIds: named.map(({ id }) => id) })
  const { same } = told
  if (same) await noteTelling(sql, same, transfer, source.channel)
  if (same && intent && ruled.kind === "matched" && !told.paid.includes(intent.id) && (await countToldAgain(sql, same, intent.id, ruled, told.others))) {
    await countMoney(sql, intent.row, ruled, text(same, "id"), now)
    await settleNotice(sql, entry, `matched_${ruled.reason}`, intent.id)
    return ruled
  }
  if (same && intent && ruled.kind !== "ignored" && ruled.reason !== "wrong_account" && !told.paid.includes(intent.id)) {
    const reason = ruled.kind === "unmatched" ? ruled.reason : "perhaps_told"
    if ((await nameToldAgain(sql, same, intent.id, reason)) && reason === "late") await tellLateMoney(sql, intent.id, text(same, "id"), now)
  }
  if (same && intent?.byHandId && ruled.reason === "confirms_manual" && isNameless(same)) {
    await takeOffDesk(sql, same, intent.byHandId, null, now)
    await settleNotice(sql, entry, "ignored_confirms_manual", intent.id)
    return { kind: "ignored", reason: "confirms_manual" }
  }
  // Under an id of its own it names whom it pays, and nobody has what its teller told before: two transfers, one of them with its code.
  const another = ruled.kind === "matched" && told.nobodys.length > 0
  const confirmedId = isUnconfirmedByHand(same) ? text(same, "id") : ruled.reason === "confirms_manual" && !same ? (intent?.byHandId ?? null) : null
  const outcome: NoticeOutcome = confirmedId ? { kind: "ignored", reason: "confirms_manual" } : same ? { kind: "ignored", reason: "duplicate" } : returnedId ? { kind: "ignored", reason: "returned" } : orPerhapsTold(ruled, doubtOf(told, another))

  const intentId = foreign ? null : (intent?.id ?? null)
  const booked = same && !confirmedId ? null : await book(sql, transfer, source, outcome, intentId, {
    standsFor: foreign || isUnconfirmedByHand(same) ? null : account,
    repeats: told.repeats,
    mayRepeatId: outcome.reason === "perhaps_told" ? mayRepeat(told) : null,
    // What pays exactly is no receipt beyond payments: nobody asks where it lies before that changes.
    onHouseAccount: outcome.kind === "matched" && outcome.reason === "exact" ? null : transfer.direction === "in" && (await decideHouseAccount(sql, { channel: source.channel, numbers: [transfer.accountNumber, transfer.subAccountNumber], bin: notice.bin }, house)),
  })
  if (!booked) {
    await settleNotice(sql, entry, "ignored_duplicate", intentId)
    return { kind: "ignored", reason: "duplicate" }
  }
  if (outcome.kind === "matched" && intent) await countMoney(sql, intent.row, outcome, text(booked, "id"), now)
  if (outcome.reason === "late" && intentId) await tellLateMoney(sql, intentId, text(booked, "id"), now)
  if (outcome.reason === "returned" && returnedId) await proveOutgoing(sql, returnedId, transfer, source, text(booked, "id"), now)
  if (confirmedId) await confirmByHand(sql, confirmedId, text(booked, "id"))
  for (const row of [told.perhaps, ...(another && outcome.kind === "matched" ? told.nobodys : [])]) await markPerhapsTold(sql, row, text(booked, "id"))
  await settleNotice(sql, entry, `${outcome.kind}_${outcome.reason}`, intentId)
  return outcome
}

const doubtOf = ({ perhaps, contested, second }: ToldBefore, another: boolean): Doubt => ({ perhaps: perhaps !== null, contested: contested !== null, second: second !== null && !another })

/** What a person compares it with. */
function mayRepeat({ second, contested, perhaps }: ToldBefore): string | null {
  const row = contested ?? second ?? perhaps
  return row && text(row, "id")
}

function book(sql: Sql, transfer: BankTransfer, { channel, heardBy }: NoticeSource, outcome: NoticeOutcome, intentId: string | null, as: Pick<Booking, "standsFor" | "repeats" | "mayRepeatId" | "onHouseAccount">): Promise<Row | null> {
  const surplusVnd = outcome.kind === "matched" ? outcome.surplusVnd : 0
  return bookTransfer(sql, transfer, { channel, heardBy, state: outcome.kind, reason: outcome.reason, intentId, surplusVnd, ...as })
}

/** The intents whose codes stand in the memo, or those that replaced them; locked in the order of their ids. */
async function namedIntents(sql: Sql, codes: string[]): Promise<Named[]> {
  if (codes.length === 0) return []
  const rows = await withSuccessors(
    sql,
    await sql(`select * from payment_intent where memo_code in (${codes.map(() => "?").join(", ")}) and deleted_at is null order by id for update`, codes),
  )
  const named: Named[] = []
  for (const row of rows) {
    const byHand = row.status === "succeeded" ? await unconfirmedByHand(sql, text(row, "id")) : null
    named.push({ ...awaiting(row, byHand?.amountVnd ?? null), row, byHandId: byHand?.id ?? null })
  }
  return named
}
