import { readerLanguage, validated } from "@cho-phien/administrative-units"
import { fetchGroupRails } from "../../../../../queries/group-rails"
import { assertAccess } from "../../../../../queries/order-group"
import { inLanguage } from "../../../rail-option-view"
import { orderKeyOf } from "../../order-key"
import { AccessQuery, OrderGroupParams } from "../../validators"

/** GET /store/order-groups/:id/rails: how the orders that wait for payment could be paid; empty when none waits. */
export const GET = validated({ params: OrderGroupParams, query: AccessQuery }, async (req, res, { params, query }) => {
  assertAccess(req.scope, params.id, orderKeyOf(req, query.access_token))
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ rails: inLanguage(await fetchGroupRails(req.scope, params.id), readerLanguage(req)) })
})
