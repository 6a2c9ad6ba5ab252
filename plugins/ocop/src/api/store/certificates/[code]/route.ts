import { validated } from "@cho-phien/administrative-units"
import { certificateOf, CodeParams } from "../shared"

/** Checks a certificate by the code on the label, written as people write it. */
export const GET = validated({ params: CodeParams }, async (req, res, { params }) => {
  res.json({ certificate: await certificateOf(req, params.code) })
})
