import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { revokeRightOfUseWorkflow } from "../../../../../../workflows/revoke-right-of-use"
import { IdParams, RevokeBody } from "../../../validators"

/** Withdraws a right of use from a day on. */
export const POST = validated(
  { params: IdParams, body: RevokeBody },
  async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
    const { result } = await revokeRightOfUseWorkflow(req.scope).run({
      input: { id: params.id, ...body, actor_id: req.auth_context.actor_id },
    })
    res.json({ right_of_use: result })
  },
)
