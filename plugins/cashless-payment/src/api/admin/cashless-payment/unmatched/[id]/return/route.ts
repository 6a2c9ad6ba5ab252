import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Return = z.object({ note: z.string().trim().max(1000).nullish() }).strict()

/** Queues one transaction to be sent back to whoever sent it. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Return, wrong: {} }, async ({ note }, { payments, actor }) => ({
    id,
    state: "resolved",
    hand_transfer_id: await payments.bank.returnToSender(id, note || null, actor),
  }))
}
