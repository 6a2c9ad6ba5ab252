import { validated } from "@cho-phien/administrative-units"
import { OCOP_MODULE } from "../../../../../modules/ocop"
import type OcopModuleService from "../../../../../modules/ocop/service"
import { presentSheet } from "../../../../../queries/dossier-law"
import { SetNoParams } from "../../validators"

/**
 * A scoring sheet as printed (`parts`, `irregularities`); beside it what counts of it (`criteria`: points and minimum of
 * each option, which indices may be chosen) and which doubtful places were read how (`readings`).
 */
export const GET = validated({ params: SetNoParams }, async (req, res, { params }) => {
  res.json(presentSheet(await req.scope.resolve<OcopModuleService>(OCOP_MODULE).sheetInForce(params.set_no)))
})
