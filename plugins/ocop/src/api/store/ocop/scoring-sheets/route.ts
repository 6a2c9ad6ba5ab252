import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { OCOP_MODULE } from "../../../../modules/ocop"
import { termsOn } from "../../../../modules/ocop/rules/recognition-terms"
import type OcopModuleService from "../../../../modules/ocop/service"

/** The scoring sheets in force today, and the versions of the criteria with their part totals. */
export const GET = validated({ query: z.strictObject({}) }, async (req, res) => {
  const ocop = req.scope.resolve<OcopModuleService>(OCOP_MODULE)
  const law = termsOn(await ocop.listLegalVersions({}), todayInVietnam())
  const sheets = await ocop.listScoringSheets({}, { select: ["set_no", "name", "legal_version"], order: { set_no: "ASC" } })
  const sets = await ocop.listCriteriaSets({}, { order: { valid_from: "ASC" } })
  res.json({
    scoring_sheets: sheets
      .filter((sheet) => sheet.legal_version === law?.version)
      .map(({ set_no, name, legal_version }) => ({ set_no, name, legal_version })),
    criteria_sets: sets.map((set) => ({
      legal_version: set.legal_version,
      name: set.name,
      valid_from: set.valid_from,
      valid_to: set.valid_to,
      confidence: set.confidence,
      points: { A: set.part_a_max, B: set.part_b_max, C: set.part_c_max },
      sheets: sheets.filter((sheet) => sheet.legal_version === set.legal_version).length,
    })),
  })
})
