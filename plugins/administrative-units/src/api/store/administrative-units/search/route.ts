import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"
import { SearchQuery } from "../validators"

/** Units by name, old names too: each with its province and, where it was met by an old name, that name. */
export const GET = validated({ query: SearchQuery }, async (req, res, { query }) => {
  const hits = await administrativeUnits(req).searchUnits(query.q, { parentCode: query.province, limit: query.limit })
  letCache(res)
  res.json({ units: hits.map(({ unit, ...rest }) => ({ ...unit, ...rest })) })
})
