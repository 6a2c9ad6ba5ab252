import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import type OrderGroupModuleService from "../../../modules/order-group/service"
import { presentCodRules } from "../../../queries/present-cod-rules"
import { setCodRule } from "../../../workflows/set-cod-rule"
import { RuleBody, RulesQuery } from "./validators"

/** GET /admin/cod-rules: every decision about cash on delivery, newest first: what holds, and who decided what before. */
export const GET = validated({ query: RulesQuery }, async (req, res, { query: { limit, offset } }) => {
  const groups = req.scope.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [rows, count] = await groups.listAndCountCodRules({}, { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  res.json({ rules: await presentCodRules(req.scope, rows), count, limit, offset })
})

/** POST /admin/cod-rules: a new decision; the ones before it stay on record. */
export const POST = validated({ body: RuleBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const rule = await setCodRule(req.scope, { ...body, max_amount_vnd: body.max_amount_vnd ?? null, effective_from: body.effective_from ? new Date(body.effective_from) : new Date(), set_by: req.auth_context.actor_id })
  res.status(201).json({ rule: (await presentCodRules(req.scope, [rule]))[0] })
})
