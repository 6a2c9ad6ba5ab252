import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toString } from "qrcode"
import { sendQr } from "../../../../../instructions/shared-intent"

/** `image_url_svg` */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendQr(req, res, "image/svg+xml", (payload) => toString(payload, { type: "svg", errorCorrectionLevel: "M", margin: 4 }))
}
