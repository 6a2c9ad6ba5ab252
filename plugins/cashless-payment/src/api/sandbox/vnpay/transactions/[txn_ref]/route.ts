import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { GATEWAY_OUTCOME_NAMES } from "../../../../../sandbox/gateway"
import { decidePayment, gatewayOf } from "../../../../../sandbox/gateway-desk"
import { IPN_PLANS } from "../../../../../sandbox/ipn-caller"

const Order = z
  .object({
    outcome: z.enum(GATEWAY_OUTCOME_NAMES).optional(),
    ipn: z.enum(IPN_PLANS).default("before"),
    query_plan: z.enum(["answer", "silent", "forged", "too_often"]).optional(),
    refund_plan: z.enum(["accept", "reject", "refuse", "busy", "slow", "silent"]).optional(),
  })
  .strict()

/**
 * POST /sandbox/vnpay/transactions/:txn_ref {outcome?, ipn?, query_plan?, refund_plan?}: decides a payment from the
 * merchant's portal or a banking app, and orders what its API does. A form is sent back to the list.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const order = Order.safeParse(req.body)
  if (!order.success) {
    res.status(400).json({ type: "invalid_data", code: "cashless-payment.invalid_data", message: `Dữ liệu chưa đúng: ${order.error.issues.map((issue) => issue.path.join(".")).join(", ")}.` })
    return
  }
  const gateway = gatewayOf(req)
  const [payment] = await gateway.listSandboxPayments({ txn_ref: req.params.txn_ref ?? "" }, { take: 1 })
  if (!payment) {
    res.status(404).json({ type: "not_found", code: "cashless-payment.transaction_not_found", message: "Không có giao dịch này ở cổng mô phỏng." })
    return
  }
  const { outcome, ipn, ...plans } = order.data
  if (Object.keys(plans).length > 0) await gateway.updateSandboxPayments({ id: payment.id, ...plans })
  if (outcome) await decidePayment(req, payment, outcome, ipn)
  if (req.is("application/x-www-form-urlencoded")) return res.redirect(303, "/sandbox/vnpay/transactions")
  res.json({ transaction: await gateway.retrieveSandboxPayment(payment.id) })
}
