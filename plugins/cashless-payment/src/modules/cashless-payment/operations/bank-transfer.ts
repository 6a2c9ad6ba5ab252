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
  onlyAbout: string | null
}

export const HOUSE_NOTICE: NoticeSource = { channel: "house", heardBy: "notice", onlyAbout: null }
