import { validated } from "@cho-phien/administrative-units"
import { fetchIndications } from "../../../queries/fetch-indications"

/** The register of geographical indications. */
export const GET = validated({}, async (req, res) => {
  res.json({ geographical_indications: await fetchIndications(req.scope) })
})
