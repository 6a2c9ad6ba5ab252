import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { GI_MODULE } from "../../../../modules/geographical-indications"
import { unknownIndication } from "../../../../modules/geographical-indications/errors"
import type GeographicalIndicationsModuleService from "../../../../modules/geographical-indications/service"
import { recordRightOfUseWorkflow } from "../../../../workflows/record-right-of-use"
import { RightOfUseBody, RightsQuery } from "../validators"

/** Rights of use by words of the producer. */
export const GET = validated({ query: RightsQuery }, async (req, res, { query }) => {
  const service = req.scope.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
  const { rights, count } = await service.searchRightsOfUse(query)
  res.json({ rights_of_use: rights, count, limit: query.limit, offset: query.offset })
})

/** Enters the document of a managing organisation. */
export const POST = validated({ body: RightOfUseBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const { gi_handle, ...facts } = body
  const [gi] = await req.scope.resolve<GeographicalIndicationsModuleService>(GI_MODULE).listGis({ handle: gi_handle })
  if (!gi) throw unknownIndication()
  const { result } = await recordRightOfUseWorkflow(req.scope).run({
    input: { right: { ...facts, gi_id: gi.id }, actor_id: req.auth_context.actor_id },
  })
  res.status(201).json({ right_of_use: result })
})
