import { validated } from "@cho-phien/administrative-units"
import { csvLine } from "@cho-phien/ocop"
import { FileQuery, PayoutParams } from "../../validators"
import { readBankFile } from "../read-bank-file"

/** GET /admin/payouts/:id/file.csv?layout=generic: for the bank's bulk transfer; safe to open in a spreadsheet. Who downloads it is noted. */
export const GET = validated({ params: PayoutParams, query: FileQuery }, async (req, res, { params, query }) => {
  const { header, rows } = await readBankFile(req, params.id, { layout: query.layout, format: "csv" })
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="chi-tra-${query.layout}.csv"`)
  res.setHeader("Cache-Control", "no-store")
  res.send([header, ...rows].map(csvLine).join(""))
})
