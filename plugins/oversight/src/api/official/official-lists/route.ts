import { validated } from "@cho-phien/administrative-units"
import { officialLists } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { listActorOf } from "../../list-actor"
import type { OfficialRequest } from "../../require-official"

/** The province's lists that changed the register, newest first. */
export const GET = validated({ query: officialLists.ListHistoryQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  officialLists.answerHistory(req, res, listActorOf(req).province_code, query),
)

/** Writes a list that was looked at before; the file is the body. */
export const POST = validated({ query: officialLists.CommitListQuery }, async (req: OfficialRequest, res: MedusaResponse, { query }) =>
  officialLists.answerCommit(req, res, listActorOf(req), query),
)
