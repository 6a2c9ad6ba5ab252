import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { takeHouseNotice } from "../take-notice"

/** SePay's notice of money on the operator's account. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await takeHouseNotice(req, res, "sepay")
}
