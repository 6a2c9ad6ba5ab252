import { validated } from "@cho-phien/administrative-units"
import { dossierProducer } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { producerOf, shopOf } from "../../../dossier-producer"

/** GET /seller/dossiers/options → what a dossier may be started for. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => dossierProducer.answerOptions(req, res, await producerOf(req), await shopOf(req)))
