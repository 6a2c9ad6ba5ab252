import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Done = z.object({ bank_reference: z.string().trim().min(4).max(60) }).strict()

/** The money has been sent back. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Done, wrong: { bank_reference: "bank_reference_needed" } }, async (input, { payments, actor }) => {
    await payments.bank.finishHandTransfer(id, input.bank_reference, actor)
    return { id, state: "done" }
  })
}
