import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { atDesk } from "../../../acting-operator"
import { Keep, WRONG } from "../../validators"

/** Stock is held for so many hours more, from now; the note says why. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Keep, wrong: WRONG }, async (kept, { payments, actor }) => {
    await payments.suspicions.keep(id, kept, actor)
    return { intent_id: id, state: "waiting" }
  })
}
