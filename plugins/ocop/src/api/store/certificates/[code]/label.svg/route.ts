import { validated } from "@cho-phien/administrative-units"
import { labelSvg } from "../../../../../labels/label-files"
import { CodeParams, labelOf, sendFile } from "../../shared"

/** One label of 70 × 37 mm for print. */
export const GET = validated({ params: CodeParams }, async (req, res, { params }) => {
  const { code, drawing } = await labelOf(req, params.code)
  sendFile(res, "image/svg+xml", `${code}.svg`, labelSvg(drawing))
})
