import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { refusal, refuseStranger } from "../../../../../../sandbox/payos-desk"
import { sendPayosAnswer } from "../../../../../../sandbox/send-payos-answer"

/** An invented price. */
const CREDIT_PER_PAYOUT = 1_100
const Orders = z.object({ payouts: z.array(z.object({ amount: z.number().int().min(1) })).min(1) })

/** POST: what a round of payouts would use up. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const orders = Orders.safeParse(req.body)
  const answer = orders.success ? { kind: "answer" as const, status: 200, body: { code: "00", desc: "success", data: { estimateCredit: orders.data.payouts.length * CREDIT_PER_PAYOUT } } } : refusal(400, "20", "Thông tin truyền lên không đúng")
  sendPayosAnswer(req, res, refuseStranger(req) ?? answer)
}
