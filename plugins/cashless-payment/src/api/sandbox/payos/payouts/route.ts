import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { PAYOS_PLANS } from "../../../../modules/sandbox-gateway/rules/payos-plans"
import { gatewayOf } from "../../../../sandbox/gateway-desk"
import { fundsLeft } from "../../../../sandbox/payos-desk"
import { payoutsPage } from "../../../../sandbox/payouts-page"

const Plan = z.object({ account_number: z.string().trim().regex(/^[A-Za-z0-9]{1,19}$/), plan: z.enum(PAYOS_PLANS) }).strict()

/** GET /sandbox/payos/payouts?reference_id=: what the simulated payOS was told to pay, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const gateway = gatewayOf(req)
  const { reference_id } = req.query
  const payouts = await gateway.listSandboxPayosPayouts(typeof reference_id === "string" ? { reference_id } : {}, { take: 50, order: { created_at: "DESC" } })
  const plans = await gateway.listSandboxPayosPlans({}, { take: 200, order: { account_number: "ASC" } })
  if (req.accepts(["html", "json"]) === "json") res.json({ payouts, plans })
  else res.type("html").send(payoutsPage(payouts, plans.filter(({ plan }) => plan !== "pay"), await fundsLeft(gateway)))
}

/** POST /sandbox/payos/payouts {account_number, plan}: what it does with money for that account, taken orders that wait included. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const order = Plan.safeParse(req.body)
  if (!order.success) {
    res.status(400).json({ type: "invalid_data", code: "cashless-payment.invalid_data", message: `Dữ liệu chưa đúng: ${order.error.issues.map((issue) => issue.path.join(".")).join(", ")}.` })
    return
  }
  const gateway = gatewayOf(req)
  const { account_number, plan } = order.data
  const [known] = await gateway.listSandboxPayosPlans({ account_number }, { take: 1 })
  if (known) await gateway.updateSandboxPayosPlans({ id: known.id, plan })
  else await gateway.createSandboxPayosPlans({ account_number, plan })
  for (const { id } of await gateway.listSandboxPayosPayouts({ to_account_number: account_number, plan: "hold" })) await gateway.updateSandboxPayosPayouts({ id, plan })
  if (req.accepts(["html", "json"]) === "json") res.json(order.data)
  else res.redirect(303, "/sandbox/payos/payouts")
}
