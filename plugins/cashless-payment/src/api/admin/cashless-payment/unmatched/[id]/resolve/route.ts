import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Resolution = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** Takes one transaction off the desk; the note says what was done with the money, and by whom it was done is kept. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Resolution, wrong: { note: "note_needed" } }, async ({ note }, { payments, actor }) => {
    await payments.bank.dismiss(id, note, actor)
    return { id, state: "resolved" }
  })
}
