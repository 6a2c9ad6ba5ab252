import { validated } from "@cho-phien/administrative-units"
import { searchDeskRegister } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { listedHere } from "../../../lib/register-facts"
import { viewedArea } from "../../../lib/viewed-area"
import { officialArea, officialOf, type OfficialRequest } from "../../require-official"
import { registerQuery } from "../register-query"

/** The register of the official's area, or of a unit in it: filtered, sorted, paged, and each line with what is on sale here. */
export const GET = validated({ query: registerQuery }, async (req: OfficialRequest, res: MedusaResponse, { query: { unit, ...query } }) => {
  const area = unit ? (await viewedArea(req.scope, officialOf(req), unit)).code : officialArea(req)
  const { entries, count } = await searchDeskRegister(req.scope, area, query, query.listed ? await listedHere(req.scope) : [])
  const listed = new Set(await listedHere(req.scope, entries.map((entry) => entry.id)))
  res.json({
    products: entries.map((entry) => ({ ...entry, listed_here: listed.has(entry.id) })),
    count,
    limit: query.limit,
    offset: query.offset,
  })
})
