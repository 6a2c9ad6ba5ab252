import { validated } from "@cho-phien/administrative-units"
import { answerEvidence, IdParams } from "../../../../../http/quality-certificates"

/** The scan, as a download. */
export const GET = validated({ params: IdParams }, (req, res, { params }) => answerEvidence(req, res, params.id))
