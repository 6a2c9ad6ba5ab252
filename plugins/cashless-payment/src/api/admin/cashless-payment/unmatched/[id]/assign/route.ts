import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Assignment = z
  .object({
    intent_id: z.string().min(1).max(64),
    /** As shown to the person who decided. */
    amount_vnd: z.number().int().positive(),
    note: z.string().trim().max(1000).nullish(),
    /** Where the money lies, if it came to another account than the payment's; with the house it is owed to the shop. */
    lies_with: z.enum(["house", "payee"]).nullish(),
  })
  .strict()

/** Lets one transaction count for an open payment. To a canceled one it is only named (`state: "unmatched"`): whoever opened that is told. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Assignment, wrong: { amount_vnd: "invalid_amount", intent_id: "intent_not_found", lies_with: "lies_with_needed" } }, async (input, { payments, actor }) => {
    const { intentId, counted } = await payments.bank.assign({ transactionId: id, intentId: input.intent_id, amountVnd: input.amount_vnd, note: input.note || null, liesWith: input.lies_with ?? null }, actor)
    const intent = await payments.retrieveIntent(intentId)
    return { id, state: counted ? "matched" : "unmatched", intent: { id: intent.id, status: intent.status, amount_received_vnd: intent.amount_received_vnd } }
  })
}
