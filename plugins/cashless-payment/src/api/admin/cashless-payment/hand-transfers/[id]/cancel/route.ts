import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Cancel = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** The money is not to be sent back after all; the note says why. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Cancel, wrong: { note: "note_needed" } }, async ({ note }, { payments, actor }) => {
    await payments.bank.cancelHandTransfer(id, note, actor)
    return { id, state: "canceled" }
  })
}
