import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDownload } from "../../../../../../../http/dossiers/files"
import { AttachmentParams } from "../../../../../../../http/dossiers/validators"
import { readerOf } from "../../../../dossier-reader"

export const GET = validated({ params: AttachmentParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => answerDownload(req, res, await readerOf(req), params.id, params.attachment_id))
