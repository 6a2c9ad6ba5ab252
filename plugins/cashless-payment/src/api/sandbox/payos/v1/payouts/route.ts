import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { gatewayOf } from "../../../../../sandbox/gateway-desk"
import { listPayouts, refuseStranger, takePayout } from "../../../../../sandbox/payos-desk"
import { sendPayosAnswer } from "../../../../../sandbox/send-payos-answer"

/** The simulated payOS's list of payouts, filtered by reference. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  sendPayosAnswer(req, res, refuseStranger(req) ?? (await listPayouts(req, gatewayOf(req))))
}

/** Orders a payout of the simulated payOS. When a tester ordered silence, it hangs up. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  sendPayosAnswer(req, res, refuseStranger(req) ?? (await takePayout(req, gatewayOf(req))))
}
