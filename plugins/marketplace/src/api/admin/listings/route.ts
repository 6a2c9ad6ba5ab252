import { validated } from "@cho-phien/administrative-units"
import { listModerationQueue } from "../../../queries/list-moderation-queue"
import { QueueQuery } from "./validators"

/** GET /admin/listings?status=proposed&limit&offset → {listings, count, limit, offset}, each with what the registers propose. */
export const GET = validated({ query: QueueQuery }, async (req, res, { query }) => {
  res.json({ ...(await listModerationQueue(req.scope, query)), limit: query.limit, offset: query.offset })
})
