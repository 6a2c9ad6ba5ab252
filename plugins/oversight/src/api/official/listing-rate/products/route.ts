import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaResponse } from "@medusajs/framework/http"
import { fetchRegisterRows } from "../../../../lib/register-facts"
import { viewedArea } from "../../../../lib/viewed-area"
import { isListed, isRecognised } from "../../../../modules/oversight/rules/listing-rate"
import { officialOf, type OfficialRequest } from "../../../require-official"
import { listingRateProductsQuery } from "../../validators"

/** The very products a figure counts, so that every number opens into its list. */
export const GET = validated({ query: listingRateProductsQuery }, async (req: OfficialRequest, res: MedusaResponse, { query }) => {
  const unit = await viewedArea(req.scope, officialOf(req), query.unit)
  const rows = (await fetchRegisterRows(req.scope, unit.code))
    .filter(isRecognised)
    .filter((row) => query.listed === undefined || isListed(row) === (query.listed === "true"))
    .filter((row) => query.stars === undefined || row.stars === query.stars)
    .sort((a, b) => a.name.localeCompare(b.name, "vi") || (a.ocopProductId < b.ocopProductId ? -1 : 1))

  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const communes = unit.parent_code ? [unit] : await units.listCommunes(unit.code)
  const names = new Map(communes.map((commune) => [commune.code, { code: commune.code, name: commune.name, full_name: commune.full_name }]))

  res.json({
    products: rows.slice(query.offset, query.offset + query.limit).map((row) => ({
      ocop_product_id: row.ocopProductId,
      name: row.name,
      producer_name: row.producerName,
      stars: row.stars,
      commune: row.communeCode ? (names.get(row.communeCode) ?? null) : null,
      certificate_code: row.certificateCode,
      expires_on: row.expiresOn,
      illustrative: row.illustrative,
      listings: row.activeListings,
    })),
    count: rows.length,
    limit: query.limit,
    offset: query.offset,
  })
})
