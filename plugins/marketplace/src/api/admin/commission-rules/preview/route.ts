import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import { ledgerErrors } from "../../../../modules/ledger/errors"
import { workOutSale } from "../../../../modules/ledger/rules/sale-facts"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../../../../modules/order-group"
import type OrderGroupModuleService from "../../../../modules/order-group/service"
import { fetchPaidSale } from "../../../../queries/paid-sale"
import { PreviewBody } from "../validators"

/** POST /admin/commission-rules/preview {order_id} → {preview}: what this order would be charged if it were paid now. */
export const POST = validated({ body: PreviewBody }, async (req, res, { body }) => {
  const [payment] = await req.scope.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: body.order_id }, { take: 1 })
  const sale = payment && (await fetchPaidSale(req.scope, { orderId: payment.order_id, rail: payment.rail, amountVnd: Number(payment.amount_vnd), paidAt: new Date() }))
  if (!sale) throw ledgerErrors.orderNotFound()
  const facts = workOutSale(sale, await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).loadRules())
  res.json({
    preview: {
      rail: facts.rail,
      goods_vnd: facts.goodsVnd,
      shipping_vnd: facts.shippingVnd,
      commission_vnd: facts.commissionVnd,
      tax: { mode: facts.taxMode, vat_vnd: facts.vatVnd, pit_vnd: facts.pitVnd, legal_basis: facts.tax.legalBasis },
      charges: facts.charges.map(({ ruleId, name, baseVnd, rateBps, fixedVnd, amountVnd }) => ({ rule_id: ruleId, name, base_vnd: baseVnd, rate_bps: rateBps, fixed_vnd: fixedVnd, amount_vnd: amountVnd })),
    },
  })
})
