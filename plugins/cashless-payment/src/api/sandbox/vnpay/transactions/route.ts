import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { gatewayOf } from "../../../../sandbox/gateway-desk"
import { transactionsPage } from "../../../../sandbox/transactions-page"

/** GET /sandbox/vnpay/transactions?txn_ref=: what the simulated VNPay knows, newest first, and what a merchant's portal can do. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const gateway = gatewayOf(req)
  const { txn_ref } = req.query
  const payments = await gateway.listSandboxPayments(typeof txn_ref === "string" ? { txn_ref } : {}, { take: 50, order: { created_at: "DESC" } })
  const refunds = await gateway.listSandboxRefunds({ payment_id: payments.map(({ id }) => id) }, { order: { sequence: "ASC" } })
  if (req.accepts(["html", "json"]) === "json") {
    res.json({ transactions: payments, refunds })
    return
  }
  res.type("html").send(transactionsPage(payments, refunds))
}
