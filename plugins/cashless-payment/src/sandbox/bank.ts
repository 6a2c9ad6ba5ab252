import { randomInt } from "node:crypto"
import type { Aggregator } from "../modules/cashless-payment/operations/bank-transfer"
import { toBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import { NOTICE_WRITERS, type BookedTransfer } from "./bank-notices"
import { MANGLINGS, type Mangling } from "./mangle-memo"

/** Accounts of the simulated bank. They are invented and exist nowhere else. */
export const SANDBOX_PAYERS = [
  { accountNumber: "9990000000001", name: "NGUOI MUA THU MOT" },
  { accountNumber: "9990000000002", name: "NGUOI MUA THU HAI" },
  { accountNumber: "9990000000003", name: "NGUOI MUA THU BA" },
] as const
/** Where they have their accounts, so that money can go back to them: a bank that is known. */
export const SANDBOX_PAYER_BIN = "970436"

/** Where an aggregator tells of a transfer, and what it signs with. */
export type Teller = { aggregator: Aggregator; url: string; secret: string }

export type SandboxTransfer = {
  payer: string
  bin: string
  accountNumber: string
  amountVnd: number
  memo: string
  mangling: Mangling
  /** Set: money that leaves this account, which the aggregator watches, for the one named above. */
  leaves: { bin: string; accountNumber: string } | null
  /** How often each notice is delivered; 0 loses it. */
  notices: number
  /** Whether the aggregators' lists know it. */
  listed: boolean
  /** After how long the notices go out. */
  delayMs: number
  noticeId?: number
  referenceCode?: string
  signature: "valid" | "wrong" | "stale"
}

export type NoticeDelivery = { aggregator: Aggregator; status: number; body: unknown }
export type TransferReceipt = { notice_id: number; reference_code: string; memo_on_statement: string; deliveries: NoticeDelivery[] }

const TIMEOUT_MS = 10_000
const AN_HOUR_MS = 3_600_000

/** Books a transfer: what it is called, and how the memo reads on the statement. */
export function book(order: SandboxTransfer, now: Date): BookedTransfer {
  const referenceCode = order.referenceCode ?? `FT${toBankDate(now).slice(2, 10).replaceAll("-", "")}${randomInt(100_000, 1_000_000)}`
  return {
    noticeId: order.noticeId ?? now.getTime() * 1000 + randomInt(1000),
    direction: order.leaves ? "out" : "in",
    bankBin: order.leaves?.bin ?? order.bin,
    accountNumber: order.leaves?.accountNumber ?? order.accountNumber,
    payerBankBin: order.leaves ? order.bin : SANDBOX_PAYER_BIN,
    payerAccountNumber: order.leaves ? order.accountNumber : order.payer,
    payerName: SANDBOX_PAYERS.find(({ accountNumber }) => accountNumber === order.payer)?.name ?? "NGUOI MUA THU",
    amountVnd: order.amountVnd,
    memo: MANGLINGS[order.mangling](order.memo, { payer: order.payer, account: order.accountNumber, serial: randomInt(1_000_000, 10_000_000) }),
    referenceCode,
    bookedAt: now,
  }
}

/** Tells of a booked transfer over HTTP as ordered. A delayed one goes out later, and its answers are not waited for. */
export async function tell(transfer: BookedTransfer, order: SandboxTransfer, tellers: Teller[]): Promise<TransferReceipt> {
  const receipt = { notice_id: transfer.noticeId, reference_code: transfer.referenceCode, memo_on_statement: transfer.memo }
  const deliver = async () => {
    const deliveries: NoticeDelivery[] = []
    for (const teller of tellers) for (let count = 0; count < order.notices; count += 1) deliveries.push(await deliverOne(transfer, teller, order.signature))
    return deliveries
  }
  if (order.delayMs === 0) return { ...receipt, deliveries: await deliver() }
  setTimeout(() => void deliver(), order.delayMs).unref()
  return { ...receipt, deliveries: [] }
}

async function deliverOne(transfer: BookedTransfer, { aggregator, url, secret }: Teller, signature: SandboxTransfer["signature"]): Promise<NoticeDelivery> {
  const at = new Date(Date.now() - (signature === "stale" ? AN_HOUR_MS : 0))
  const { body, headers } = NOTICE_WRITERS[aggregator](transfer, signature === "wrong" ? `${secret}-wrong` : secret, at)
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    })
    return { aggregator, status: response.status, body: await response.json() }
  } catch (error) {
    return { aggregator, status: 0, body: (error as Error).message }
  }
}
