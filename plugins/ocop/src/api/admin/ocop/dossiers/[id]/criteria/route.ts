import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerCriteria } from "../../../../../../http/dossiers/answers"
import { DossierParams } from "../../../../../../http/dossiers/validators"
import { readerOf } from "../../../dossier-reader"

export const GET = validated({ params: DossierParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => answerCriteria(req, res, await readerOf(req), params.id))
