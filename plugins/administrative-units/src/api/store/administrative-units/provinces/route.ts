import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"

/** The provinces and cities of today, in Vietnamese order, each with the old provinces it took over. */
export const GET = validated({}, async (req, res) => {
  const service = administrativeUnits(req)
  const [provinces, former] = await Promise.all([service.listProvinces(), service.listFormerProvinces()])
  letCache(res)
  res.json({ units: provinces.map((unit) => ({ ...unit, former_names: former.get(unit.code) ?? [] })) })
})
