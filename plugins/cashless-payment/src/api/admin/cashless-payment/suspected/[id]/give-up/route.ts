import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { atDesk } from "../../../acting-operator"
import { GiveUp, WRONG } from "../../validators"

/** The payment is no longer waited for: its orders end unpaid. If VNPay says paid later, the money goes back. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: GiveUp, wrong: WRONG }, async ({ note }, { payments, actor }) => {
    await payments.suspicions.giveUp(id, note, actor)
    return { intent_id: id, state: "given_up" }
  })
}
