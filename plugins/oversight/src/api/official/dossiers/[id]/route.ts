import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../dossier-actor"
import type { OfficialRequest } from "../../../require-official"

/** One dossier with all the official may see of it, and what they may do now. */
export const GET = validated({ params: dossierInput.DossierParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierAnswers.answerDossier(req, res, dossierActorOf(req), params.id),
)
