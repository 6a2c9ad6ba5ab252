import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { shopCashOnDelivery } from "../../../queries/shop-cash-on-delivery"
import { setCodRule } from "../../../workflows/set-cod-rule"
import { actingMemberId, actingSellerId } from "../../require-active-member"

const ChoiceBody = z.object({ enabled: z.boolean() }).strict()

/** GET /seller/cash-on-delivery: what the shop wants, and whether the operator allows it. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json({ cash_on_delivery: await shopCashOnDelivery(req.scope, actingSellerId(req)) })
})

/** POST /seller/cash-on-delivery: whether the shop takes cash at the door, from now on. */
export const POST = validated({ body: ChoiceBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const sellerId = actingSellerId(req)
  await setCodRule(req.scope, { scope: "shop_choice", scope_id: sellerId, enabled: body.enabled, max_amount_vnd: null, effective_from: new Date(), reason: "shop_choice", set_by: actingMemberId(req) })
  res.json({ cash_on_delivery: await shopCashOnDelivery(req.scope, sellerId) })
})
