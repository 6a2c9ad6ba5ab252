import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../../../dossier-producer"

export const GET = validated({ params: dossierInput.AttachmentParams }, async (req: AuthenticatedMedusaRequest, res, { params }) =>
  dossierFiles.answerDownload(req, res, await producerOf(req), params.id, params.attachment_id),
)

/** Gone while the dossier is a draft, marked as withdrawn afterwards. */
export const DELETE = validated({ params: dossierInput.AttachmentParams }, async (req: AuthenticatedMedusaRequest, res, { params }) =>
  dossierFiles.answerDetach(req, res, await producerOf(req), params.id, params.attachment_id),
)
