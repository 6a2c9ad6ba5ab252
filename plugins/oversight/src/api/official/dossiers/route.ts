import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../dossier-actor"
import type { OfficialRequest } from "../../require-official"

/** The dossiers of the official's area, and those put to them. */
export const GET = validated({ query: dossierInput.DossiersQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  dossierAnswers.answerDossiers(req, res, dossierActorOf(req), query),
)
