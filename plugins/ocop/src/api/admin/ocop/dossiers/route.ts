import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDossiers } from "../../../../http/dossiers/answers"
import { DossiersQuery } from "../../../../http/dossiers/validators"
import { readerOf } from "../dossier-reader"

export const GET = validated({ query: DossiersQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) => answerDossiers(req, res, await readerOf(req), query))
