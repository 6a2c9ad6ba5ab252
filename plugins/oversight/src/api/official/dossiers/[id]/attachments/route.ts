import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../dossier-actor"
import type { OfficialRequest } from "../../../../require-official"

/** Adds a file; it is the body as it is. */
export const POST = validated({ params: dossierInput.DossierParams, query: dossierInput.AttachQuery }, (req: OfficialRequest, res: MedusaResponse, { params, query }) =>
  dossierFiles.answerAttach(req, res, dossierActorOf(req), params.id, query),
)
