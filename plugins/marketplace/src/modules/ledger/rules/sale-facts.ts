import type { CivilDate } from "@cho-phien/administrative-units"
import { commissionOf, type ChargedSeller, type CommissionCharge, type CommissionRuleFacts } from "./commission"
import { isCollectedByPlatform, type SaleFacts } from "./sale-postings"
import { assessTax, type SellerActivityKind, type TaxAssessment, type TaxRuleFacts } from "./withholding-tax"

/** A paid seller order as the books need it. */
export type PaidSale = {
  seller: ChargedSeller
  activity: SellerActivityKind
  rail: string
  /** What was paid, goods and shipping together. */
  amountVnd: number
  lines: { productSet: number | null; amountVnd: number }[]
  day: CivilDate
}

export type WorkedOutSale = SaleFacts & { charges: CommissionCharge[]; tax: TaxAssessment }

/** Commission and tax of a sale by the rules of its day. Together they never take more than was paid. */
export function workOutSale(sale: PaidSale, rules: { commission: CommissionRuleFacts[]; tax: TaxRuleFacts[] }): WorkedOutSale {
  const goodsVnd = Math.min(
    sale.amountVnd,
    sale.lines.reduce((sum, line) => sum + line.amountVnd, 0),
  )
  const shippingVnd = sale.amountVnd - goodsVnd
  const { totalVnd, charges } = commissionOf(rules.commission, sale.seller, sale.lines, sale.day)
  const tax = assessTax(rules.tax, { sellerKind: sale.seller.kind, activity: sale.activity, rail: sale.rail, goodsVnd, shippingVnd, day: sale.day })
  return {
    rail: sale.rail,
    collectedByPlatform: isCollectedByPlatform(sale.rail),
    goodsVnd,
    shippingVnd,
    commissionVnd: Math.min(totalVnd, Math.max(0, sale.amountVnd - tax.vatVnd - tax.pitVnd)),
    vatVnd: tax.vatVnd,
    pitVnd: tax.pitVnd,
    taxMode: tax.mode,
    charges,
    tax,
  }
}
