import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { gatewayOf, terminalFinder, terminalOf } from "../../../../../../sandbox/gateway-desk"
import { answerMerchantApi } from "../../../../../../sandbox/merchant-api"

/** The simulated VNPay's querydr and refund. When a test ordered silence, it hangs up. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const answer = await answerMerchantApi(gatewayOf(req), req.body, { present: terminalOf(req), findTerminal: terminalFinder(req) }, new Date())
  if (answer.kind === "silent") {
    req.socket.destroy()
    return
  }
  res.json(answer.body)
}
