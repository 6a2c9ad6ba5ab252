import { validated } from "@cho-phien/administrative-units"
import { OCOP_MODULE } from "../../../../../modules/ocop"
import { acceptedIndices, readSheet } from "../../../../../modules/ocop/rules/sheet-reading"
import type OcopModuleService from "../../../../../modules/ocop/service"
import { SetNoParams } from "../../validators"

/**
 * A scoring sheet as printed (`parts`, `irregularities`); beside it what counts of it (`criteria`: points and minimum of
 * each option, which indices may be chosen) and which doubtful places were read how (`readings`).
 */
export const GET = validated({ params: SetNoParams }, async (req, res, { params }) => {
  const { criteria_set, sheet } = await req.scope.resolve<OcopModuleService>(OCOP_MODULE).sheetInForce(params.set_no)
  const { legal_version, set_no, name, heading, classification, total, notes, parts, irregularities, source } = sheet
  const reading = readSheet(sheet)
  res.json({
    scoring_sheet: { legal_version, set_no, name, heading, classification, total, notes, parts, irregularities, source },
    criteria: reading.criteria.map(({ no, part, max, options, ...criterion }) => ({
      no,
      part,
      max,
      accepts: acceptedIndices({ no, part, max, options, ...criterion }),
      options: options.map(({ index, points, min_star, implied }) => ({ index, points, min_star, implied })),
    })),
    readings: reading.used,
    minimums: { members: criteria_set.minimum_members, levels: criteria_set.minimum_levels },
  })
})
