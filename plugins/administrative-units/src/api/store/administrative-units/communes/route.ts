import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"
import { CommunesQuery } from "../validators"

/** The communes, wards and special zones of a province today. */
export const GET = validated({ query: CommunesQuery }, async (req, res, { query }) => {
  const service = administrativeUnits(req)
  await service.retrieveUnit(query.province)
  letCache(res)
  res.json({ units: await service.listCommunes(query.province) })
})
