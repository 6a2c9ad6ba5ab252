import type { Aggregator, BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { casso } from "./casso"
import { payos } from "./payos"
import { sepay } from "./sepay"

/** A webhook request before anything in it is believed. */
export type NoticeRequest = { header(name: string): string | undefined; rawBody: Buffer; body: unknown }
/** One secret is a signing key; SePay can be set to send a static key instead. */
export type NoticeSecrets = { secret?: string; apiKey?: string }
export type NoticeVerdict = "valid" | "not_configured" | "missing_signature" | "stale_timestamp" | "wrong_signature"

export type NoticeReading =
  | { kind: "transfer"; transfer: BankTransfer }
  /** Genuine, and no money: a probe, a failed payment. */
  | { kind: "nothing" }
  | { kind: "malformed"; fields: string[] }

/** A service that watches bank accounts and tells of transfers by webhook. */
export type BankAggregator = {
  verify(request: NoticeRequest, secrets: NoticeSecrets, now: Date): NoticeVerdict
  read(body: unknown, now: Date): NoticeReading
  /** A call by which the service tries our address; answered 200 whether or not it is signed, and never kept. */
  isProbe?(body: unknown): boolean
}

export const BANK_AGGREGATORS: Record<Aggregator, BankAggregator> = { sepay, payos, casso }
