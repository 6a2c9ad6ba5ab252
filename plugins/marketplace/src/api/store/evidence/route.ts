import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { checkEvidence } from "../../../queries/check-evidence"

const Query = z.object({ s: z.string().max(4_000) }).strict()

/** GET /store/evidence?s= → {verdict}: checks the signed statement out of the QR of a statement of evidence. */
export const GET = validated({ query: Query }, async (req, res, { query }) => {
  res.setHeader("Cache-Control", "no-store")
  res.json({ verdict: await checkEvidence(req.scope, query.s) })
})
