import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { dossierActorOf } from "../../../../../dossier-actor"
import type { OfficialRequest } from "../../../../../require-official"

export const GET = validated({ params: dossierInput.AttachmentParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierFiles.answerDownload(req, res, dossierActorOf(req), params.id, params.attachment_id),
)

export const DELETE = validated({ params: dossierInput.AttachmentParams }, (req: OfficialRequest, res: MedusaResponse, { params }) =>
  dossierFiles.answerDetach(req, res, dossierActorOf(req), params.id, params.attachment_id),
)
