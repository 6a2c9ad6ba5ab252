import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../../dossier-actor"
import type { OfficialRequest } from "../../../../../require-official"

/** A paper of the dossier as DOCX. */
export const GET = validated({ params: dossierInput.DocumentParams, query: dossierInput.DocumentQuery }, (req: OfficialRequest, res: MedusaResponse, { params, query }) =>
  dossierFiles.answerDocument(req, res, dossierActorOf(req), params.id, params.file, query.level),
)
