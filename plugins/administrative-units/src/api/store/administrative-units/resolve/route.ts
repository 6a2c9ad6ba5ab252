import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"
import { ResolveQuery } from "../validators"

/** What became of the communes of before 1 July 2025 that bear a code or a name: all of them, each with all its successors. */
export const GET = validated({ query: ResolveQuery }, async (req, res, { query }) => {
  const answers = await administrativeUnits(req).resolveOldCommune(query)
  letCache(res)
  res.json({
    answers: answers.map(({ successors, units, ...old }) => ({
      ...old,
      units: units.map((unit) => ({ ...unit, change: successors.find(({ code }) => code === unit.code)?.change })),
    })),
  })
})
