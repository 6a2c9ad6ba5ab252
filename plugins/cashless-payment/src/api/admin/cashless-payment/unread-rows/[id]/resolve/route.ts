import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Resolution = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** A person has looked up what a row was that could not be read; the note says it, and who wrote it is kept. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Resolution, wrong: { note: "unread_note_needed" } }, async ({ note }, { payments, actor }) => {
    await payments.bank.dismissUnreadRow(id, note, actor)
    return { id, state: "resolved" }
  })
}
