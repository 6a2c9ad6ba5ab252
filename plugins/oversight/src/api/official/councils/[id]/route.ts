import { validated } from "@cho-phien/administrative-units"
import { CouncilChangeBody, dossierCouncils, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { appointFor, dossierActorOf } from "../../../dossier-actor"
import type { OfficialRequest } from "../../../require-official"

export const GET = validated({ params: dossierInput.DossierParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierCouncils.answerCouncil(req, res, dossierActorOf(req), params.id),
)

/** Changes a council; what lies before it keeps the seats it has. */
export const POST = validated({ params: dossierInput.DossierParams, body: CouncilChangeBody }, (req: OfficialRequest, res: MedusaResponse, { params, body: { version, ...body } }) =>
  dossierCouncils.answerSaveCouncil(req, res, dossierActorOf(req), body, appointFor(req, "members"), { id: params.id, version }),
)
