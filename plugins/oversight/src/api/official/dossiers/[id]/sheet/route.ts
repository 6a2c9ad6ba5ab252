import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput, SheetBody } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../dossier-actor"
import type { OfficialRequest } from "../../../../require-official"

/** The member's own scoring sheet. */
export const GET = validated({ params: dossierInput.DossierParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierAnswers.answerSheet(req, res, dossierActorOf(req), params.id),
)

/** Saves it, or with `hand_in` hands it in. */
export const POST = validated({ params: dossierInput.DossierParams, body: SheetBody }, (req: OfficialRequest, res: MedusaResponse, { params, body }) =>
  dossierAnswers.answerSaveSheet(req, res, dossierActorOf(req), params.id, body),
)
