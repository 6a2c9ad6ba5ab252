import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerPreview, PreviewListQuery } from "../../../../../http/official-lists"
import { operatorOf } from "../../operator-actor"

/** What a list would do, row by row; the file is the body. Stores nothing. */
export const POST = validated({ query: PreviewListQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) =>
  answerPreview(req, res, await operatorOf(req), query),
)
