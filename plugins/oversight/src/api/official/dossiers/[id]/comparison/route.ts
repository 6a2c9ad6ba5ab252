import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../dossier-actor"
import type { OfficialRequest } from "../../../../require-official"

/** The sheets of the council side by side. */
export const GET = validated({ params: dossierInput.DossierParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierAnswers.answerComparison(req, res, dossierActorOf(req), params.id),
)
