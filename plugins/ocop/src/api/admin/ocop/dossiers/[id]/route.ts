import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDossier } from "../../../../../http/dossiers/answers"
import { DossierParams } from "../../../../../http/dossiers/validators"
import { readerOf } from "../../dossier-reader"

export const GET = validated({ params: DossierParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => answerDossier(req, res, await readerOf(req), params.id))
