import { validated } from "@cho-phien/administrative-units"
import { officialLists } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { listActorOf } from "../../../list-actor"
import type { OfficialRequest } from "../../../require-official"

/** What a list would do, row by row; the file is the body. Stores nothing. */
export const POST = validated({ query: officialLists.PreviewListQuery }, async (req: OfficialRequest, res: MedusaResponse, { query }) =>
  officialLists.answerPreview(req, res, listActorOf(req), query),
)
