import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { changeRecognitionWorkflow } from "../../../../../../workflows/change-recognition"
import { actorOf } from "../../../shared"
import { IdParams, RevokeBody } from "../../../validators"

/** Withdraws a certificate from a day on. */
export const POST = validated(
  { params: IdParams, body: RevokeBody },
  async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
    const { result } = await changeRecognitionWorkflow(req.scope).run({
      input: { change: { id: params.id, act: "revoke", ...body }, actor_id: actorOf(req) },
    })
    res.json({ recognition: result })
  },
)
