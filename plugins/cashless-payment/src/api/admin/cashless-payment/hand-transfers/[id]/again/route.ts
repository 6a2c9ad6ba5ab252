import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Again = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** What was called off is to be sent after all; the note says why. `id` is the new refund's. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Again, wrong: { note: "note_needed" } }, async ({ note }, { payments, actor }) => ({
    id: await payments.bank.queueHandTransferAgain(id, note, actor),
    state: "waiting",
  }))
}
