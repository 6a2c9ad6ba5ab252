import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

/** Reminds whoever holds the money. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: z.object({}).strict(), wrong: {} }, async (_input, { payments, actor }) => {
    await payments.handTransfers.remind(id, actor)
    return { id }
  })
}
