import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carryOut, readTransferOrder } from "../transfer-order"

/** The same for programs: pays a QR and says how the marketplace answered each notice. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const reading = readTransferOrder(req.body)
  if (!reading.ok) {
    res.status(400).json({ type: "invalid_data", code: "cashless-payment.invalid_data", message: reading.reason })
    return
  }
  res.status(201).json({ transfer: await carryOut(req, reading.order) })
}
