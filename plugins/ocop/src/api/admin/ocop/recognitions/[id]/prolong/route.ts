import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { changeRecognitionWorkflow } from "../../../../../../workflows/change-recognition"
import { actorOf } from "../../../shared"
import { IdParams, ProlongBody } from "../../../validators"

/** Prolongs a certificate while a late renewal is decided. */
export const POST = validated(
  { params: IdParams, body: ProlongBody },
  async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
    const { result } = await changeRecognitionWorkflow(req.scope).run({
      input: { change: { id: params.id, act: "prolong", ...body }, actor_id: actorOf(req) },
    })
    res.json({ recognition: result })
  },
)
