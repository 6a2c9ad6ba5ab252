import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../dossier-producer"

/** GET /seller/dossiers/:id → {dossier}; another shop's is a 404. */
export const GET = validated({ params: dossierInput.DossierParams }, async (req: AuthenticatedMedusaRequest, res, { params }) =>
  dossierAnswers.answerDossier(req, res, await producerOf(req), params.id),
)

/** POST /seller/dossiers/:id {version, form?, self_assessment?, product_set_no?}: saves what is given. */
export const POST = validated({ params: dossierInput.DossierParams, body: dossierInput.EditBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  dossierAnswers.answerEdit(req, res, await producerOf(req), params.id, body),
)
