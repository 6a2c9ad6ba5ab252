import { readMerchantAnswer, type AnswerReading } from "../rules/vnpay-merchant-api"
import type { VnpayParams } from "../rules/vnpay-signature"
import { hashSecrets, type VnpayTerminal } from "../vnpay-terminals"

const TIMEOUT_MS = 15_000
const MAX_ANSWER_LENGTH = 65_536

/** `reason` is safe to log: it holds no secret and nothing of the answer. */
export type MerchantCall = AnswerReading | { ok: false; reason: "unreachable" }

/**
 * One call of VNPay's merchant API, about a payment of this terminal. Never throws: silence, a redirect, an error page and a forged answer are all "we do
 * not know". TLS is verified as always; 15 seconds is all the time it gets.
 */
export async function callMerchantApi(apiUrl: string, terminal: VnpayTerminal, body: VnpayParams): Promise<MerchantCall> {
  const command = body.vnp_Command === "refund" ? "refund" : "querydr"
  try {
    const response = await fetch(apiUrl, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    if (text.length > MAX_ANSWER_LENGTH) return { ok: false, reason: "malformed" }
    return readMerchantAnswer(command, parse(text), terminal.tmnCode, body.vnp_TxnRef ?? "", hashSecrets(terminal))
  } catch {
    return { ok: false, reason: "unreachable" }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
