import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { fetchIndications, type SignKind } from "../../../queries/fetch-indications"

const KINDS = {
  geographical_indication: ["geographical_indication"],
  mark: ["collective_mark", "certification_mark"],
  all: ["geographical_indication", "collective_mark", "certification_mark"],
} satisfies Record<string, SignKind[]>

const Query = z.strictObject({ kind: z.enum(["geographical_indication", "mark", "all"]).default("geographical_indication") })

/** The register of geographical indications; marks are other things and have to be asked for. */
export const GET = validated({ query: Query }, async (req, res, { query }) => {
  res.json({ geographical_indications: await fetchIndications(req.scope, KINDS[query.kind]) })
})
