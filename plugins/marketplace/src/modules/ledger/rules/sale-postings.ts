import { allocate } from "./allocate"
import { balanced, type Component, type Entry } from "./journal"
import type { TaxMode } from "./withholding-tax"

/**
 * A sale taken apart: `grossVnd` = goods + shipping, and also = commission + vat + pit + what is left to the seller.
 * `vatVnd` and `pitVnd` are what the rules came to; only in mode WITHHOLD do they leave the seller's money.
 */
export type SaleParts = { goodsVnd: number; shippingVnd: number; commissionVnd: number; vatVnd: number; pitVnd: number }

export type SaleFacts = SaleParts & { rail: string; taxMode: TaxMode; collectedByPlatform: boolean }

/** Money of this rail comes to the platform; any other is paid to the seller directly, who then owes the commission. */
export function isCollectedByPlatform(rail: string): boolean {
  return rail === "vnpay"
}

/**
 * Platform-collected: Dr clearing, Cr the seller with all of it, and from there commission and withheld tax.
 * Direct: the money never was ours; only the commission is owed to us.
 */
export function saleEntries(sellerId: string, facts: SaleFacts): Entry[] {
  const { goodsVnd, shippingVnd, commissionVnd } = facts
  if (!facts.collectedByPlatform) return balanced([seller("seller_receivable", sellerId, "commission", commissionVnd), house("commission_revenue", "commission", -commissionVnd)])
  return balanced([
    house("psp_clearing:vnpay", "receipt", goodsVnd + shippingVnd),
    seller("seller_payable", sellerId, "goods", -goodsVnd),
    seller("seller_payable", sellerId, "shipping", -shippingVnd),
    ...deductions(sellerId, facts, 1),
  ])
}

/** What of a sale a refund takes back, pro rata of what is left of it. @throws RangeError beyond what is left */
export function refundParts(left: SaleParts, amountVnd: number): SaleParts {
  const grossVnd = left.goodsVnd + left.shippingVnd
  if (amountVnd <= 0 || amountVnd > grossVnd) throw new RangeError(`A refund of ${amountVnd} of ${grossVnd}`)
  const [goodsVnd = 0, shippingVnd = 0] = allocate(amountVnd, [left.goodsVnd, left.shippingVnd])
  const kept = grossVnd - left.commissionVnd - left.vatVnd - left.pitVnd
  const [, commissionVnd = 0, vatVnd = 0, pitVnd = 0] = allocate(amountVnd, [kept, left.commissionVnd, left.vatVnd, left.pitVnd])
  return { goodsVnd, shippingVnd, commissionVnd, vatVnd, pitVnd }
}

/** The buyer is owed the amount; the seller, the commission and the tax each give their part back. */
export function refundEntries(sellerId: string, facts: SaleFacts, parts: SaleParts): Entry[] {
  if (!facts.collectedByPlatform) return balanced([house("commission_revenue", "commission", parts.commissionVnd), seller("seller_receivable", sellerId, "commission", -parts.commissionVnd)])
  return balanced([
    seller("seller_payable", sellerId, "goods", parts.goodsVnd),
    seller("seller_payable", sellerId, "shipping", parts.shippingVnd),
    ...deductions(sellerId, { ...facts, ...parts }, -1),
    house("buyer_refundable", "refund", -(parts.goodsVnd + parts.shippingVnd)),
  ])
}

export function minus(a: SaleParts, b: SaleParts): SaleParts {
  return {
    goodsVnd: a.goodsVnd - b.goodsVnd,
    shippingVnd: a.shippingVnd - b.shippingVnd,
    commissionVnd: a.commissionVnd - b.commissionVnd,
    vatVnd: a.vatVnd - b.vatVnd,
    pitVnd: a.pitVnd - b.pitVnd,
  }
}

function deductions(sellerId: string, { commissionVnd, vatVnd, pitVnd, taxMode }: SaleFacts, sign: 1 | -1): Entry[] {
  const withheld = taxMode === "WITHHOLD"
  return [
    seller("seller_payable", sellerId, "commission", sign * commissionVnd),
    house("commission_revenue", "commission", -sign * commissionVnd),
    ...(withheld
      ? [
          seller("seller_payable", sellerId, "vat", sign * vatVnd),
          house("tax_withheld:vat", "vat", -sign * vatVnd),
          seller("seller_payable", sellerId, "pit", sign * pitVnd),
          house("tax_withheld:pit", "pit", -sign * pitVnd),
        ]
      : []),
  ]
}

function seller(account: "seller_payable" | "seller_receivable", sellerId: string, component: Component, amountVnd: number): Entry {
  return { account, sellerId, component, amountVnd }
}

function house(account: Entry["account"], component: Component, amountVnd: number): Entry {
  return { account, sellerId: null, component, amountVnd }
}
