import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { readPeriod } from "../../../modules/order-group/rules/evidence-period"
import { fetchEarnings } from "../../../queries/earnings"
import { actingSellerId } from "../../require-active-member"
import { EarningsQuery } from "../earnings-input"

/** GET /seller/earnings?from=&to=&limit=&offset= → {period, now, orders, count, charges, payouts, others, more_others} of the own shop; without days twelve months up to today. A page is of orders, charges and others together, newest first. */
export const GET = validated({ query: EarningsQuery }, async (req: AuthenticatedMedusaRequest, res, { query: { limit, offset, ...days } }) => {
  const { period, now, orders, count, charges, payouts, others, moreOthers } = await fetchEarnings(req.scope, actingSellerId(req), readPeriod(days, todayInVietnam()), { limit, offset })
  res.json({
    period,
    now,
    payouts,
    others,
    more_others: moreOthers,
    count,
    orders: orders.map((order) => ({
      order_id: order.orderId,
      display_id: order.displayId,
      day: order.day,
      rail: order.rail,
      gross_vnd: order.grossVnd,
      goods_vnd: order.goodsVnd,
      shipping_vnd: order.shippingVnd,
      commission_vnd: order.commissionVnd,
      tax_vnd: order.taxVnd,
      refund_vnd: order.refundVnd,
      net_vnd: order.netVnd,
    })),
    charges: charges.map((charge) => ({
      payment_intent: charge.intentId,
      description: charge.description || null,
      day: charge.day,
      gross_vnd: charge.grossVnd,
      fee_vnd: charge.feeVnd,
      refund_vnd: charge.refundVnd,
      net_vnd: charge.netVnd,
    })),
  })
})
