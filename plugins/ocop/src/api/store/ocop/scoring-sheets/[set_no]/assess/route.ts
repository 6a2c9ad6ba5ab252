import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { OCOP_MODULE } from "../../../../../../modules/ocop"
import { wrongChoices } from "../../../../../../modules/ocop/errors"
import { rateSheets } from "../../../../../../modules/ocop/rules/council-rating"
import { findFaults, scoreMember } from "../../../../../../modules/ocop/rules/member-score"
import { recogniserOn } from "../../../../../../modules/ocop/rules/rating-authority"
import { readSheet } from "../../../../../../modules/ocop/rules/sheet-reading"
import type OcopModuleService from "../../../../../../modules/ocop/service"
import { AssessBody, SetNoParams } from "../../../validators"

/** What a product would reach by the ticks of one person. Nothing is stored and nothing follows from it: only a council rates. */
export const POST = validated({ params: SetNoParams, body: AssessBody }, async (req, res, { params, body }) => {
  const ocop = req.scope.resolve<OcopModuleService>(OCOP_MODULE)
  const day = todayInVietnam()
  const { law, criteria_set, sheet } = await ocop.sheetInForce(params.set_no, day)
  const reading = readSheet(sheet)
  const faults = findFaults(reading, body.options)
  if (faults.length > 0) throw wrongChoices(faults)

  const score = scoreMember(reading, body.options)
  const rating = rateSheets(reading, [body.options], law, criteria_set)
  const recogniser = recogniserOn(await ocop.listRatingAuthorities({}), rating.star, day)
  res.json({
    legal_version: law.version,
    set_no: sheet.set_no,
    points: Object.fromEntries(score.parts.map((part) => [part.code, { points: part.points, max: part.max }])),
    total: score.total,
    band: rating.band,
    star: rating.star,
    capped_by: rating.capped_by,
    missing: score.missing,
    recognised_by: recogniser?.level ?? null,
    readings: reading.used.filter((used) => used.criterion !== null && Object.hasOwn(body.options, used.criterion)),
    minimums: { members: criteria_set.minimum_members, levels: criteria_set.minimum_levels },
  })
})
