import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaResponse } from "@medusajs/framework/http"
import { fetchRegisterRows } from "../../../lib/register-facts"
import { viewedArea } from "../../../lib/viewed-area"
import { rateOf, ratesBy, type Rate } from "../../../modules/oversight/rules/listing-rate"
import { officialOf, type OfficialRequest } from "../../require-official"
import { listingRateQuery } from "../validators"

export const GET = validated({ query: listingRateQuery }, async (req: OfficialRequest, res: MedusaResponse, { query }) => {
  const asOf = new Date()
  const unit = await viewedArea(req.scope, officialOf(req), query.unit)
  const rows = await fetchRegisterRows(req.scope, unit.code, asOf)
  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const communes = unit.parent_code ? [unit] : await units.listCommunes(unit.code)
  const byCommune = ratesBy(rows, (row) => row.communeCode)
  const located = rows.filter((row) => row.communeCode !== null)

  res.json({
    unit: { code: unit.code, name: unit.name, full_name: unit.full_name, parent_code: unit.parent_code },
    as_of: asOf.toISOString(),
    ...toJson(rateOf(rows)),
    illustrative: rows.some((row) => row.illustrative && row.stars !== null),
    /** Recognised products whose commune the register does not tell; they count for the province alone. */
    without_commune: rateOf(rows).recognised - rateOf(located).recognised,
    communes: communes.flatMap((commune) => {
      const rate = byCommune.get(commune.code)
      if (!rate) return []
      const { code, name, full_name, latitude, longitude } = commune
      return [{ code, name, full_name, latitude, longitude, ...toJson(rate) }]
    }),
    stars: [...ratesBy(rows, (row) => row.stars)].map(([stars, rate]) => ({ stars, ...toJson(rate) })),
  })
})

function toJson({ recognised, listed, ratePercent, listedElsewhere, listedAnywhere, anywherePercent }: Rate) {
  return { recognised, listed, rate_percent: ratePercent, listed_elsewhere: listedElsewhere, listed_anywhere: listedAnywhere, anywhere_percent: anywherePercent }
}
