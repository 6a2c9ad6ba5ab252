import { validated } from "@cho-phien/administrative-units"
import { dossierFiles, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../../dossier-producer"

/** POST /seller/dossiers/:id/attachments?filename=&kind=&criterion= → 201 {attachment}; the file is the body as it is. */
export const POST = validated({ params: dossierInput.DossierParams, query: dossierInput.AttachQuery }, async (req: AuthenticatedMedusaRequest, res, { params, query }) =>
  dossierFiles.answerAttach(req, res, await producerOf(req), params.id, query),
)
