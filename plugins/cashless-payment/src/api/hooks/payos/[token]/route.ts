import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { takePayeeNotice } from "../../take-notice"

/** payOS's notice of money on a payee's own account, at the address the payee was given. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await takePayeeNotice(req, res, "payos")
}
