import { randomInt } from "node:crypto"
import { sepaySignature } from "../modules/cashless-payment/rules/sepay-signature"
import { toBankDate } from "../modules/cashless-payment/rules/vietnam-time"

/** Accounts of the simulated bank. They are invented and exist nowhere else. */
export const SANDBOX_PAYERS = [
  { accountNumber: "9990000000001", name: "NGUOI MUA THU MOT" },
  { accountNumber: "9990000000002", name: "NGUOI MUA THU HAI" },
  { accountNumber: "9990000000003", name: "NGUOI MUA THU BA" },
] as const

export type SandboxTransfer = {
  payer: string
  bin: string
  accountNumber: string
  amountVnd: number
  memo: string
  /** How often the notice is delivered; 0 loses it. */
  notices: number
  /** Faults a test can order. */
  noticeId?: number
  referenceCode?: string
  signature: "valid" | "wrong" | "stale"
}

export type NoticeDelivery = { status: number; body: unknown }
export type TransferReceipt = { notice_id: number; reference_code: string; memo_on_statement: string; deliveries: NoticeDelivery[] }

const TIMEOUT_MS = 10_000

/** Books a transfer and tells the account's owner as SePay would: signed JSON over HTTP, once for each notice ordered. */
export async function transfer(order: SandboxTransfer, webhookUrl: string, webhookSecret: string, now: Date): Promise<TransferReceipt> {
  const noticeId = order.noticeId ?? now.getTime() * 1000 + randomInt(1000)
  const referenceCode = order.referenceCode ?? `FT${toBankDate(now).slice(2, 10).replaceAll("-", "")}${randomInt(100_000, 1_000_000)}`
  // As Vietcombank prints it: its own prefix, the memo in capitals without punctuation, who to whom.
  const memo = order.memo.toUpperCase().replace(/[^A-Z0-9 ]/g, " ").trim()
  const content = `MBVCB.${randomInt(1_000_000, 10_000_000)}.${memo}.CT tu ${order.payer} toi ${order.accountNumber}`
  const body = JSON.stringify({
    id: noticeId,
    gateway: "SandboxBank",
    transactionDate: toBankDate(now),
    accountNumber: order.accountNumber,
    subAccount: null,
    code: null,
    content,
    transferType: "in",
    transferAmount: order.amountVnd,
    accumulated: 0,
    referenceCode,
    description: "",
  })
  const deliveries: NoticeDelivery[] = []
  for (let count = 0; count < order.notices; count += 1) deliveries.push(await deliver(webhookUrl, webhookSecret, body, order.signature))
  return { notice_id: noticeId, reference_code: referenceCode, memo_on_statement: content, deliveries }
}

async function deliver(url: string, secret: string, body: string, signature: SandboxTransfer["signature"]): Promise<NoticeDelivery> {
  const seconds = Math.floor(Date.now() / 1000) - (signature === "stale" ? 3600 : 0)
  const signed = sepaySignature(String(seconds), body, signature === "wrong" ? `${secret}-wrong` : secret)
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-sepay-timestamp": String(seconds), "x-sepay-signature": signed },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    })
    return { status: response.status, body: await response.json() }
  } catch (error) {
    return { status: 0, body: (error as Error).message }
  }
}
