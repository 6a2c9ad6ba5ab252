import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import type { Evidence } from "../../../../evidence/evidence"
import { readPeriod } from "../../../../modules/order-group/rules/evidence-period"
import { fetchEvidence } from "../../../../queries/fetch-evidence"
import { actingSellerId } from "../../../require-active-member"
import { IdParams } from "../validators"

const day = z.string().trim().max(40).optional()

/** `set`: the product set whose sheet is quoted, for a listing that is not linked to the register yet. */
const Query = z.object({ from: day, to: day, set: z.coerce.number().int().min(1).max(999).optional() }).strict()

/** A route that answers with the statement of evidence of an own listing as a file. Never cached: it says what is true now. */
export function sendEvidence(ending: string, type: string, render: (evidence: Evidence) => Promise<Buffer> | Uint8Array) {
  return validated({ params: IdParams, query: Query }, async (req: AuthenticatedMedusaRequest, res, { params, query }) => {
    const period = readPeriod(query, todayInVietnam())
    const evidence = await fetchEvidence(req.scope, { productId: params.id, sellerId: actingSellerId(req), period, setNo: query.set })
    res.setHeader("Content-Type", type)
    res.setHeader("Content-Disposition", `attachment; filename="bang-ke-minh-chung-${period.from}-${period.to}.${ending}"`)
    res.setHeader("X-Content-Type-Options", "nosniff")
    res.setHeader("Cache-Control", "no-store")
    res.send(Buffer.from(await render(evidence)))
  })
}
