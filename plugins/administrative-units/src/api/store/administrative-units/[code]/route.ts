import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"
import { UnitParams } from "../validators"

/** One unit of today with its province. */
export const GET = validated({ params: UnitParams }, async (req, res, { params }) => {
  const service = administrativeUnits(req)
  const unit = await service.retrieveUnit(params.code)
  const parent = unit.parent_code ? await service.retrieveUnit(unit.parent_code) : null
  letCache(res)
  res.json({ unit: { ...unit, parent } })
})
