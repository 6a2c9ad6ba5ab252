import { validated } from "@cho-phien/administrative-units"
import { watchOrderGroup } from "../../../../../live/order-group-watch"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { AccessQuery, OrderGroupParams } from "../../validators"

const HEARTBEAT_SECONDS = 20
/** EventSource opens a new one by itself; an old one must not outlive a deployment. */
const LIFE_MINUTES = 10

/**
 * GET /store/order-groups/:id/events?access_token=: server-sent events (text/event-stream, WHATWG HTML §9.2).
 * `ready` once, then `changed` whenever a payment of the group looks different: at both the page reads the group anew.
 * Nothing about the order itself is in the stream. 404 without the right token, 429 when too many pages are open.
 */
export const GET = validated({ params: OrderGroupParams, query: AccessQuery }, async (req, res, { params, query }) => {
  assertAccess(req.scope, params.id, query.access_token)
  await fetchOrderGroup(req.scope, params.id)
  const stop = watchOrderGroup(req.scope, params.id, (what) => res.write(`event: ${what}\ndata: {}\n\n`))
  if (!stop) throw checkoutErrors.tooManyWatchers()
  const heartbeat = setInterval(() => res.write(":\n\n"), HEARTBEAT_SECONDS * 1_000)
  const end = setTimeout(() => res.end(), LIFE_MINUTES * 60_000)
  res.on("close", () => {
    clearInterval(heartbeat)
    clearTimeout(end)
    stop()
  })
  res.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" })
  res.write("retry: 3000\n\n")
})
