import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../../../dossier-producer"

/** GET /seller/dossiers/:id/documents/:file → a paper of the dossier as DOCX. */
export const GET = validated({ params: dossierInput.DocumentParams, query: dossierInput.DocumentQuery }, async (req: AuthenticatedMedusaRequest, res, { params, query }) =>
  dossierFiles.answerDocument(req, res, await producerOf(req), params.id, params.file, query.level),
)
