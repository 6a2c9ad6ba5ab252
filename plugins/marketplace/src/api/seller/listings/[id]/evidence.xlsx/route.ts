import { writeXlsx } from "@cho-phien/ocop"
import { evidenceSheets } from "../../../../../evidence/evidence-sheets"
import { sendEvidence } from "../send-evidence"

/** GET /seller/listings/:id/evidence.xlsx?from=&to=&set= */
export const GET = sendEvidence("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (evidence) => writeXlsx(evidenceSheets(evidence)))
