import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { PayosPayoutSettings } from "../modules/cashless-payment/payos-payout-settings"
import { payosPayoutSignature, verifyPayosPayout } from "../modules/cashless-payment/rules/payos-payout-signature"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { ONCE, payosProgress } from "../modules/sandbox-gateway/rules/payos-plans"
import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"

/** `silent`: it hangs up without a word, whether or not it did what it was asked. */
export type PayosAnswer = { kind: "answer"; status: number; body: Record<string, unknown>; signature?: string } | { kind: "silent" }

type Row = Awaited<ReturnType<SandboxGatewayService["listSandboxPayosPayouts"]>>[number]

/** What the simulated channel was filled with. */
export const SANDBOX_PAYOS_FUNDS_VND = 1_000_000_000

/** Money that did not leave, or is there again. */
const GAVE_BACK = ["FAILED", "REVERSED"]

const Order = z
  .object({
    referenceId: z.string().min(1).max(100),
    amount: z.number().int().min(1),
    description: z.string().max(200),
    toBin: z.string().regex(/^\d{6}$/),
    toAccountNumber: z.string().regex(/^[A-Za-z0-9]{1,19}$/),
    category: z.array(z.string()).optional(),
  })
  .strict()

export function payosKeys(req: MedusaRequest): PayosPayoutSettings {
  const { payosPayouts } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings
  if (!payosPayouts) throw new Error("the sandbox always has a payOS channel")
  return payosPayouts
}

/** Keys in the headers, as every call has them; null: they fit. */
export function refuseStranger(req: MedusaRequest): PayosAnswer | null {
  const { clientId, apiKey } = payosKeys(req)
  return req.get("x-client-id") === clientId && req.get("x-api-key") === apiKey ? null : refusal(401, "401", "Unauthorized")
}

/** POST /v1/payouts: takes an order once, and does what the account's plan says. */
export async function takePayout(req: MedusaRequest, gateway: SandboxGatewayService): Promise<PayosAnswer> {
  const key = req.get("x-idempotency-key") ?? ""
  const order = Order.safeParse(req.body)
  if (!order.success || !key) return refusal(400, "20", "Thông tin truyền lên không đúng")
  if (!verifyPayosPayout(req.body as Record<string, unknown>, req.get("x-signature") ?? "", payosKeys(req).checksumKey)) return refusal(400, "201", "Mã kiểm tra (signature) không hợp lệ")
  const { referenceId, amount, description, toBin, toAccountNumber } = order.data
  const [known] = await gateway.listSandboxPayosPayouts({ idempotency_key: key }, { take: 1 })
  if (known) return known.reference_id === referenceId ? signed(req, payoutOf(known)) : refusal(409, "IDEMPOTENCY", "Khoá chống trùng đã dùng cho lệnh khác")
  const [same] = await gateway.listSandboxPayosPayouts({ reference_id: referenceId }, { take: 1 })
  if (same) return refusal(409, "DUPLICATE", "Mã tham chiếu đã tồn tại")
  const [ordered] = await gateway.listSandboxPayosPlans({ account_number: toAccountNumber }, { take: 1 })
  const plan = ordered?.plan ?? "pay"
  if (ordered && ONCE.includes(plan)) await gateway.updateSandboxPayosPlans({ id: ordered.id, plan: "pay" })
  if (plan === "refuse") return refusal(400, "ACCOUNT", "Tài khoản người nhận không tồn tại")
  if (plan === "busy") return refusal(503, "503", "Service unavailable")
  if (plan === "lost") return { kind: "silent" }
  if (plan === "insufficient" || amount > (await fundsLeft(gateway))) return refusal(400, "BALANCE", "Số dư không đủ")
  const taken = await gateway.createSandboxPayosPayouts({ reference_id: referenceId, idempotency_key: key, amount_vnd: amount, description, to_bin: toBin, to_account_number: toAccountNumber, plan: ONCE.includes(plan) ? "pay" : plan })
  return plan === "timeout" ? { kind: "silent" } : signed(req, payoutOf(taken))
}

/** GET /v1/payouts?referenceId=: being asked moves what it shows one step on. */
export async function listPayouts(req: MedusaRequest, gateway: SandboxGatewayService): Promise<PayosAnswer> {
  const { referenceId } = req.query
  const rows = await gateway.listSandboxPayosPayouts(typeof referenceId === "string" ? { reference_id: referenceId } : {}, { take: 10, order: { created_at: "DESC" } })
  for (const row of rows) await gateway.updateSandboxPayosPayouts({ id: row.id, asked: row.asked + 1 })
  const payouts = rows.map((row) => payoutOf({ ...row, asked: row.asked + 1 }))
  return signed(req, { pagination: { limit: 10, offset: 0, total: rows.length, count: rows.length, hasMore: false }, payouts })
}

export async function fundsLeft(gateway: SandboxGatewayService): Promise<number> {
  const rows = await gateway.listSandboxPayosPayouts({}, { take: 100_000 })
  return SANDBOX_PAYOS_FUNDS_VND - rows.filter((row) => !GAVE_BACK.includes(payosProgress(row.plan, row.asked).transaction)).reduce((sum, row) => sum + row.amount_vnd, 0)
}

/** An answer with its signature in the header, as payOS gives them. */
export function signed(req: MedusaRequest, data: Record<string, unknown>): PayosAnswer {
  return { kind: "answer", status: 200, body: { code: "00", desc: "success", data }, signature: payosPayoutSignature(data, payosKeys(req).checksumKey) }
}

export function refusal(status: number, code: string, desc: string): PayosAnswer {
  return { kind: "answer", status, body: { code, desc } }
}

const PROBLEMS: Record<string, [message: string, code: string]> = { FAILED: ["Tài khoản người nhận đã đóng", "CLOSED"], REVERSED: ["Ngân hàng người nhận đã trả lại tiền", "RETURNED"] }

function payoutOf(row: Row): Record<string, unknown> {
  const { approval, transaction } = payosProgress(row.plan, row.asked)
  const done = transaction === "SUCCEEDED" || transaction === "REVERSED"
  const [errorMessage = null, errorCode = null] = PROBLEMS[transaction] ?? []
  const createdAt = new Date(row.created_at).toISOString()
  const reference = `FTSBX${createHash("sha256").update(row.id).digest("hex").slice(0, 10).toUpperCase()}`
  return {
    id: row.id,
    referenceId: row.reference_id,
    category: null,
    approvalState: approval,
    createdAt,
    transactions: [
      {
        id: `tx_${row.id}`,
        referenceId: row.reference_id,
        amount: row.amount_vnd,
        description: row.description,
        toBin: row.to_bin,
        toAccountNumber: row.to_account_number,
        toAccountName: null,
        reference: done ? reference : null,
        transactionDatetime: done ? createdAt : null,
        errorMessage,
        errorCode,
        state: transaction,
      },
    ],
  }
}
