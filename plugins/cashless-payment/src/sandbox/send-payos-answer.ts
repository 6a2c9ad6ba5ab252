import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PayosAnswer } from "./payos-desk"

export function sendPayosAnswer(req: MedusaRequest, res: MedusaResponse, answer: PayosAnswer): void {
  if (answer.kind === "silent") {
    req.socket.destroy()
    return
  }
  if (answer.signature) res.setHeader("x-signature", answer.signature)
  res.status(answer.status).json(answer.body)
}
