import { validated } from "@cho-phien/administrative-units"
import { ActBody, dossierAnswers, dossierInput } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf } from "../../../../dossier-producer"

/** POST /seller/dossiers/:id/acts {act: "submit" | "withdraw", version, …} → {dossier}. */
export const POST = validated({ params: dossierInput.DossierParams, body: ActBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  dossierAnswers.answerAct(req, res, await producerOf(req), params.id, body),
)
