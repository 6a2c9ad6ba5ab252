import { writePdf } from "@cho-phien/ocop"
import { evidencePaper } from "../../../../../evidence/evidence-paper"
import { sendEvidence } from "../send-evidence"

/** GET /seller/listings/:id/evidence.pdf?from=&to=&set= */
export const GET = sendEvidence("pdf", "application/pdf", (evidence) => {
  const { blocks, about } = evidencePaper(evidence)
  return writePdf(blocks, about)
})
