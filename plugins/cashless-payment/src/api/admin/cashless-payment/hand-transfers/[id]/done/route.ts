import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Done = z.object({ bank_reference: z.string().trim().min(4).max(60), sent_from: z.enum(["house", "payee"]).nullish() }).strict()

/** The money has been sent back; of what was taken over `sent_from` says by whom. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Done, wrong: { bank_reference: "bank_reference_needed", sent_from: "sent_from_needed" } }, async (input, { payments, actor }) => {
    await payments.bank.finishHandTransfer(id, { bankReference: input.bank_reference, sentFrom: input.sent_from ?? null }, actor)
    return { id, state: "done" }
  })
}
