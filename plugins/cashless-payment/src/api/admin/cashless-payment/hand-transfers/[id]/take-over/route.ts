import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const TakeOver = z.object({ note: z.string().trim().min(5).max(1000), checked: z.string().trim().min(10).max(1000).nullish() }).strict()

/** The operator sends the money in the payee's stead: `note` says why; `checked` how it is known that the payment came, where only the payee said so. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: TakeOver, wrong: { note: "note_needed", checked: "take_over_unchecked" } }, async ({ note, checked }, { payments, actor }) => {
    await payments.handTransfers.takeOver(id, { note, checked: checked ?? null }, actor)
    return { id, sender: "house" }
  })
}
