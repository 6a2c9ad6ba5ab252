import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { gatewayOf } from "../../../../../../sandbox/gateway-desk"
import { fundsLeft, refuseStranger, signed } from "../../../../../../sandbox/payos-desk"
import { sendPayosAnswer } from "../../../../../../sandbox/send-payos-answer"

/** What the simulated channel still has. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const balance = String(await fundsLeft(gatewayOf(req)))
  sendPayosAnswer(req, res, refuseStranger(req) ?? signed(req, { accountNumber: "9990000000098", accountName: "CHO PHIEN MO PHONG", currency: "VND", balance }))
}
