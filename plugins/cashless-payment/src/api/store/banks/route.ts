import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listBanks } from "../../../modules/cashless-payment/rules/banks"

/** GET /store/banks → { banks: [{ bin, name }] }: the banks one can choose from when naming an account. */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.setHeader("Cache-Control", "public, max-age=3600")
  res.json({ banks: listBanks() })
}
