import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toBuffer } from "qrcode"
import { sendQr } from "../../../../../instructions/shared-intent"

/** `image_url_png` */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendQr(req, res, "png", (payload) => toBuffer(payload, { errorCorrectionLevel: "M", margin: 4, width: 720 }))
}
