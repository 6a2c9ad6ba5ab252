import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerCommit, answerHistory, CommitListQuery, ListHistoryQuery } from "../../../../http/official-lists"
import { operatorOf } from "../operator-actor"

/** Lists that changed the register, newest first. */
export const GET = validated({ query: ListHistoryQuery }, (req, res, { query }) => answerHistory(req, res, null, query))

/** Writes a list that was looked at before; the file is the body. */
export const POST = validated({ query: CommitListQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) =>
  answerCommit(req, res, await operatorOf(req), query),
)
