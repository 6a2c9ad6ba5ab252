import type { z } from "@medusajs/framework/zod"
import type { PayosPayoutSettings } from "../modules/cashless-payment/payos-payout-settings"
import { payosPayoutSignature, verifyPayosPayout } from "../modules/cashless-payment/rules/payos-payout-signature"
import { Balance, Estimate, Payout, PayoutList, readBalance, readPayout } from "./payos-answers"
import type { FindAnswer, SendAnswer, TransferOrder, TransferProvider } from "./transfer-provider"

const TIMEOUT_MS = 15_000
const SUCCESS = "00"
/** payOS looked at the order and turned it down. Any other answer leaves open whether it was taken. */
const REFUSALS = new Set([400, 404, 409, 422])

type Reading<T> = { kind: "data"; data: T } | { kind: "refused"; reason: string } | { kind: "unclear"; reason: string }
type Asking<T> = { path: string; body?: Record<string, unknown>; idempotencyKey?: string; shape: z.ZodType<T>; signed: boolean }

/**
 * payOS's payouts API, one order per transfer. A client of our own, because payOS's SDK sends again by itself after a
 * timeout, follows redirects, and believes an answer that carries no signature; it is the tests' oracle for the wire.
 */
export function payosPayouts(settings: PayosPayoutSettings): TransferProvider {
  return {
    async send(order) {
      const answer = await ask(settings, { path: "/v1/payouts/", body: payoutBody(order), idempotencyKey: order.reference, shape: Payout, signed: true })
      if (answer.kind !== "data") return answer
      const transfer = readPayout(answer.data, order.reference)
      return transfer ? { kind: "taken", transfer } : ({ kind: "unclear", reason: "payOS: unexpected answer" } satisfies SendAnswer)
    },
    async find(reference) {
      const answer = await ask(settings, { path: `/v1/payouts?${new URLSearchParams({ referenceId: reference, limit: "10" })}`, shape: PayoutList, signed: true })
      return answer.kind === "data" ? pick(answer.data, reference) : { kind: "unclear", reason: answer.reason }
    },
    async balanceVnd() {
      const answer = await ask(settings, { path: "/v1/payouts-account/balance", shape: Balance, signed: true })
      return answer.kind === "data" ? readBalance(answer.data.balance) : null
    },
    async estimate(batchReference, orders) {
      const body = { referenceId: batchReference, category: null, payouts: orders.map(payoutBody) }
      const answer = await ask(settings, { path: "/v1/payouts/estimate-credit", body, shape: Estimate, signed: false })
      return answer.kind === "data" ? answer.data.estimateCredit : null
    },
  }
}

function payoutBody({ reference, amountVnd, memo, bankBin, accountNumber }: TransferOrder) {
  return { referenceId: reference, amount: amountVnd, description: memo, toBin: bankBin, toAccountNumber: accountNumber }
}

function pick({ payouts, pagination }: z.output<typeof PayoutList>, reference: string): FindAnswer {
  const ours = payouts.filter((payout) => payout.referenceId === reference)
  if (ours.length > 1) return { kind: "several" }
  const [payout] = ours
  // A page full of others: it was not asked by our reference, so "not there" means nothing.
  if (!payout) return pagination.hasMore ? { kind: "unclear", reason: "payOS: list not filtered" } : { kind: "none" }
  const transfer = readPayout(payout, reference)
  return transfer ? { kind: "found", transfer } : { kind: "unclear", reason: "payOS: unexpected answer" }
}

async function ask<T>(settings: PayosPayoutSettings, { path, body, idempotencyKey, shape, signed }: Asking<T>): Promise<Reading<T>> {
  const headers: Record<string, string> = { accept: "application/json", "content-type": "application/json", "x-client-id": settings.clientId, "x-api-key": settings.apiKey }
  if (body) headers["x-signature"] = payosPayoutSignature(body, settings.checksumKey)
  if (idempotencyKey) headers["x-idempotency-key"] = idempotencyKey
  try {
    const response = await fetch(`${settings.url}${path}`, {
      method: body ? "POST" : "GET",
      headers,
      ...(body && { body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return read(await response.text(), response, shape, signed ? settings.checksumKey : null)
  } catch (error) {
    return { kind: "unclear", reason: error instanceof Error && error.name === "TimeoutError" ? "payOS: timeout" : "payOS: no connection" }
  }
}

function read<T>(text: string, { ok, status, headers }: Response, shape: z.ZodType<T>, checksumKey: string | null): Reading<T> {
  const answer = parsed(text)
  const code = typeof answer?.code === "string" ? answer.code : ""
  const said = [typeof answer?.desc === "string" ? answer.desc.slice(0, 300) : "", code && `(${code})`].filter(Boolean).join(" ")
  if (!ok) return { kind: REFUSALS.has(status) && code ? "refused" : "unclear", reason: `payOS ${status}: ${said || "no answer"}` }
  if (code !== SUCCESS) return { kind: code ? "refused" : "unclear", reason: `payOS: ${said || "unexpected answer"}` }
  const data = answer?.data
  if (typeof data !== "object" || data === null || Array.isArray(data)) return { kind: "unclear", reason: "payOS: unexpected answer" }
  if (checksumKey !== null && !verifyPayosPayout(data as Record<string, unknown>, headers.get("x-signature") ?? "", checksumKey)) return { kind: "unclear", reason: "payOS: wrong signature" }
  const shaped = shape.safeParse(data)
  return shaped.success ? { kind: "data", data: shaped.data } : { kind: "unclear", reason: "payOS: unexpected answer" }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
