import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import type { Sheet } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { readPeriod } from "../../modules/order-group/rules/evidence-period"
import { fetchEarnings } from "../../queries/earnings"
import { earningsSheets } from "../../queries/earnings-sheets"
import { actingSellerId } from "../require-active-member"
import { EarningsFileQuery } from "./earnings-input"

/** A route that answers with the own shop's statement of money as a file. */
export function sendEarnings(ending: string, type: string, render: (sheets: [Sheet, ...Sheet[]]) => string | Uint8Array) {
  return validated({ query: EarningsFileQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) => {
    const period = readPeriod(query, todayInVietnam())
    const sheets = earningsSheets(await fetchEarnings(req.scope, actingSellerId(req), period))
    res.setHeader("Content-Type", type)
    res.setHeader("Content-Disposition", `attachment; filename="doi-soat-${period.from}-${period.to}.${ending}"`)
    res.setHeader("X-Content-Type-Options", "nosniff")
    res.setHeader("Cache-Control", "no-store")
    res.send(Buffer.from(render(sheets)))
  })
}
