import { validated } from "@cho-phien/administrative-units"
import { CouncilBody, dossierCouncils, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { appointFor, dossierActorOf } from "../../dossier-actor"
import type { OfficialRequest } from "../../require-official"

/** The councils of the province, or the ministry's. */
export const GET = validated({ query: dossierInput.CouncilsQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  dossierCouncils.answerCouncils(req, res, dossierActorOf(req), query),
)

/** Sets up a council. */
export const POST = validated({ body: CouncilBody }, (req: OfficialRequest, res: MedusaResponse, { body }) =>
  dossierCouncils.answerSaveCouncil(req, res, dossierActorOf(req), body, appointFor(req, "members")),
)
