import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../../dossier-producer"

/** GET /seller/dossiers/:id/criteria → the scoring sheet that holds for it. */
export const GET = validated({ params: dossierInput.DossierParams }, async (req: AuthenticatedMedusaRequest, res, { params }) =>
  dossierAnswers.answerCriteria(req, res, await producerOf(req), params.id),
)
