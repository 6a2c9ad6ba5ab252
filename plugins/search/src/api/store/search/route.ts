import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { findListings } from "../../../find-listings"
import { SearchQuery } from "./validators"

/** GET /store/search?q=&stars=5,4&province=19&commune=&gi=1&sort=&limit=24&offset=0: the shop's search and its lists. */
export const GET = validated({ query: SearchQuery }, async (req, res, { query }) => {
  const { listings, count, facets } = await findListings(req.scope, { ...query, today: todayInVietnam() })
  const units = await req.scope
    .resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
    .retrieveUnits(facets.provinces.map(({ code }) => code))
  const provinces = facets.provinces.map(({ code, count: listed }) => ({ code, name: units.get(code)?.name ?? code, count: listed }))
  res.json({ listings, count, limit: query.limit, offset: query.offset, facets: { stars: facets.stars, provinces } })
})
