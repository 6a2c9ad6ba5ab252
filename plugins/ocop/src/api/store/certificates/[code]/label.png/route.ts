import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { labelPng } from "../../../../../labels/label-files"
import { CodeParams, labelOf, sendFile } from "../../shared"

/** Narrower than this the modules of the QR would be thinner than three pixels. */
const Query = z.object({ width: z.coerce.number().int().min(700).max(2800).default(1400) }).strict()

/** One label as a picture; 1400 pixels are 70 mm at 508 dots per inch. */
export const GET = validated({ params: CodeParams, query: Query }, async (req, res, { params, query }) => {
  const { code, drawing } = await labelOf(req, params.code)
  sendFile(res, "image/png", `${code}.png`, await labelPng(drawing, query.width))
})
