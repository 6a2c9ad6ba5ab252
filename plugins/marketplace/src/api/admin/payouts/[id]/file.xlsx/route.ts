import { validated } from "@cho-phien/administrative-units"
import { writeXlsx } from "@cho-phien/ocop"
import { FileQuery, PayoutParams } from "../../validators"
import { readBankFile } from "../read-bank-file"

/** GET /admin/payouts/:id/file.xlsx?layout=generic: the same as a workbook, in which account numbers keep their zeros. */
export const GET = validated({ params: PayoutParams, query: FileQuery }, async (req, res, { params, query }) => {
  const { header, rows } = await readBankFile(req, params.id, { layout: query.layout, format: "xlsx" })
  res.setHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  res.setHeader("Content-Disposition", `attachment; filename="chi-tra-${query.layout}.xlsx"`)
  res.setHeader("Cache-Control", "no-store")
  res.send(Buffer.from(writeXlsx([{ name: "Chi tra", header, rows, widths: header.map(() => 26) }])))
})
