import { validated } from "@cho-phien/administrative-units"
import { openEventStream } from "../../../../../live/event-stream"
import { watchOrderGroup } from "../../../../../live/order-group-watch"
import { checkoutErrors } from "../../../../../modules/order-group/errors"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { orderKeyOf } from "../../order-key"
import { AccessQuery, OrderGroupParams } from "../../validators"

/**
 * GET /store/order-groups/:id/events with the key of the group: server-sent events (text/event-stream, WHATWG HTML §9.2).
 * `ready` once, then `changed` whenever a payment of the group looks different: at both the page reads the group anew.
 * Nothing about the order itself is in the stream. 404 without the right token, 429 when too many pages are open.
 */
export const GET = validated({ params: OrderGroupParams, query: AccessQuery }, async (req, res, { params, query }) => {
  assertAccess(req.scope, params.id, orderKeyOf(req, query.access_token))
  await fetchOrderGroup(req.scope, params.id)
  const isOpen = openEventStream(res, (tell) => watchOrderGroup(req.scope, params.id, tell))
  if (!isOpen) throw checkoutErrors.tooManyWatchers()
})
