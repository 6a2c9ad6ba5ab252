import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { recordRecognitionWorkflow } from "../../../../../../workflows/record-recognition"
import { actorOf } from "../../../shared"
import { IdParams, RecognitionBody } from "../../../validators"

/** Enters a decision of recognition. */
export const POST = validated(
  { params: IdParams, body: RecognitionBody },
  async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
    const { result } = await recordRecognitionWorkflow(req.scope).run({
      input: { ...body, ocop_product_id: params.id, actor_id: actorOf(req) },
    })
    res.status(201).json({ recognition: result })
  },
)
