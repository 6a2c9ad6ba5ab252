import type { TransferState } from "../modules/cashless-payment/rules/payos-payout-state"

export type { TransferState }

/** One transfer to somebody's bank account. `reference` is ours and names it for ever; whole đồng. */
export type TransferOrder = { reference: string; amountVnd: number; memo: string; bankBin: string; accountNumber: string }

/** A transfer as the provider has it. */
export type KnownTransfer = Omit<TransferOrder, "memo"> & {
  providerId: string
  state: TransferState
  /** The bank's number of the transfer, once there is one. */
  bankReference: string | null
  /** Whose account it is, as the bank says. */
  beneficiaryName: string | null
  /** Why it failed, or what holds it up, in the provider's words. */
  reason: string | null
}

/**
 * What is known after a request. `refused`: the provider answered and said no. `unclear`: nobody knows whether it took
 * the order: it has to be asked by the reference before anything is sent again.
 */
export type SendAnswer = { kind: "taken"; transfer: KnownTransfer } | { kind: "refused"; reason: string } | { kind: "unclear"; reason: string }

/** `several`: more than one under one reference, which no program may settle. */
export type FindAnswer = { kind: "found"; transfer: KnownTransfer } | { kind: "none" } | { kind: "several" } | { kind: "unclear"; reason: string }

/** Somebody who carries out transfers by an API. Nothing of it throws: what went wrong is an answer. */
export interface TransferProvider {
  /** The same reference is sent under the same idempotency key, however often. */
  send(order: TransferOrder): Promise<SendAnswer>
  find(reference: string): Promise<FindAnswer>
  /** What there is to pay from; null: unknown just now. */
  balanceVnd(): Promise<number | null>
  /** What the provider says these transfers would use up of its credit; null: unknown just now. */
  estimate(batchReference: string, orders: TransferOrder[]): Promise<number | null>
}
