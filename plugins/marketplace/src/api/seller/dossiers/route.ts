import { validated } from "@cho-phien/administrative-units"
import { dossierAnswers, dossierInput, dossierProducer } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf, shopOf } from "../../dossier-producer"

/** GET /seller/dossiers → the shop's dossiers, what was touched last first. */
export const GET = validated({ query: dossierInput.OwnDossiersQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) =>
  dossierAnswers.answerDossiers(req, res, await producerOf(req), query),
)

/** POST /seller/dossiers → 201 {dossier}, a draft prefilled from the shop. */
export const POST = validated({ body: dossierInput.NewDossierBody }, async (req: AuthenticatedMedusaRequest, res, { body }) =>
  dossierProducer.answerNewDossier(req, res, await producerOf(req), await shopOf(req), body),
)
