import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { atDesk } from "../../acting-operator"
import { Hold, WRONG } from "../validators"

/** How long suspected payments are waited for, from now on. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await atDesk(req, res, { body: Hold, wrong: WRONG }, async (rule, { payments, actor }) => {
    await payments.suspicions.setHoldHours(rule, actor)
    return payments.suspicions.holdRules()
  })
}
