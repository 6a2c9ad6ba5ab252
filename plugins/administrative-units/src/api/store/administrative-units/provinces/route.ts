import { validated } from "../../../../http/validate"
import { administrativeUnits, letCache } from "../shared"

/** The provinces and cities of today, in Vietnamese order. */
export const GET = validated({}, async (req, res) => {
  letCache(res)
  res.json({ units: await administrativeUnits(req).listProvinces() })
})
