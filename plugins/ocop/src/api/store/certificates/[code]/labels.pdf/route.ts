import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { labelSheet, type PerSheet } from "../../../../../labels/label-files"
import { CodeParams, labelOf, sendFile } from "../../shared"

const Query = z.object({ per_sheet: z.enum(["8", "12", "24"]).default("24") }).strict()

/** An A4 sheet of labels of one certificate. */
export const GET = validated({ params: CodeParams, query: Query }, async (req, res, { params, query }) => {
  const { code, drawing } = await labelOf(req, params.code)
  sendFile(res, "application/pdf", `${code}.pdf`, await labelSheet(drawing, Number(query.per_sheet) as PerSheet, code))
})
