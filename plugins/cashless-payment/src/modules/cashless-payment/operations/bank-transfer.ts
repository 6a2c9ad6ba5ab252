import type { NamedAccount } from "../rules/account-number"

export type Aggregator = "sepay" | "payos" | "casso"
export type BankProvider = Aggregator | "manual"

/** The other end of a transfer, as far as the aggregator knows it; needed to give money back. */
export type CounterParty = { bankBin: string | null; bankName: string | null; accountNumber: string | null; name: string | null }

/** A bank notice of any aggregator, read into one shape. */
export type BankTransfer = {
  provider: BankProvider
  providerTransactionId: string
  bankName: string
  accountNumber: string
  /** Virtual account the money was sent to. */
  subAccountNumber: string | null
  direction: "in" | "out"
  amountVnd: number
  /** Everything in which the buyer's code may stand. */
  memo: string
  referenceCode: string | null
  bookedAt: Date
  counterParty?: CounterParty | null
}

/** Who told it and how far that voice is believed. */
export type NoticeSource = {
  /** `house`, or the id of a payee's connection. */
  channel: string
  heardBy: "notice" | "list"
  /** A payee's own aggregator is believed about this account alone. */
  onlyAbout: NamedAccount | null
}

export const HOUSE_NOTICE: NoticeSource = { channel: "house", heardBy: "notice", onlyAbout: null }

/**
 * The transfer as PostgreSQL can keep it: banks' systems pad memos with NUL, which no text column takes, and a notice
 * refused for it would be refused every time it is told. What came over the wire is kept whole beside it, with its escapes.
 */
export function storable(transfer: BankTransfer): BankTransfer {
  const clean = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value.replaceAll("\0", " ") : value])) as T
  return { ...clean(transfer), counterParty: transfer.counterParty && clean(transfer.counterParty) }
}
