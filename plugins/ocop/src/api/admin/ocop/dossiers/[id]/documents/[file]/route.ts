import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDocument } from "../../../../../../../http/dossiers/files"
import { DocumentParams, DocumentQuery } from "../../../../../../../http/dossiers/validators"
import { readerOf } from "../../../../dossier-reader"

export const GET = validated({ params: DocumentParams, query: DocumentQuery }, async (req: AuthenticatedMedusaRequest, res, { params, query }) =>
  answerDocument(req, res, await readerOf(req), params.id, params.file, query.level),
)
