import { validated } from "@cho-phien/administrative-units"
import { ActBody, dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { appointFor, dossierActorOf } from "../../../../dossier-actor"
import type { OfficialRequest } from "../../../../require-official"

/** One act: `{act, version, …}`. */
export const POST = validated({ params: dossierInput.DossierParams, body: ActBody }, (req: OfficialRequest, res: MedusaResponse, { params, body }) =>
  dossierAnswers.answerAct(req, res, dossierActorOf(req), params.id, body, appointFor(req, "consultants")),
)
