import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../dossier-actor"
import type { OfficialRequest } from "../../../../require-official"

/** The scoring sheet that holds for the dossier. */
export const GET = validated({ params: dossierInput.DossierParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierAnswers.answerCriteria(req, res, dossierActorOf(req), params.id),
)
