import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const TakeOver = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** The operator sends the money in the payee's stead; the note says why. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: TakeOver, wrong: { note: "note_needed" } }, async ({ note }, { payments, actor }) => {
    await payments.handTransfers.takeOver(id, note, actor)
    return { id, sender: "house" }
  })
}
