/** A discount on a line or a shipping method, as Medusa computed it: it may have fractions of a đồng. */
export type Discount = { id: string; amount: number; isTaxInclusive: boolean }

export type CartLine = {
  id: string
  sellerId: string | null
  quantity: number
  unitPrice: number
  isTaxInclusive: boolean
  /** Sum of the tax rates of the line in percent: 8 for 8 %. */
  taxRatePercent: number
  discounts: Discount[]
}

export type CartShipping = {
  id: string
  sellerId: string | null
  amount: number
  isTaxInclusive: boolean
  taxRatePercent: number
  discounts: Discount[]
}

export type CartToSplit = { lines: CartLine[]; shipping: CartShipping[] }

/** What is written on the order for a discount: `storedAmount` makes Medusa's own total come out at whole đồng. */
export type RoundedDiscount = { id: string; amountVnd: number; storedAmount: number }

export type PartLine = { id: string; quantity: number; unitPriceVnd: number; discounts: RoundedDiscount[]; totalVnd: number }
export type PartShipping = { id: string; amountVnd: number; discounts: RoundedDiscount[]; totalVnd: number }

/** One seller's part of a cart; every figure is integer đồng, taxes included. */
export type SellerPart = {
  sellerId: string
  lines: PartLine[]
  shipping: PartShipping[]
  itemsVnd: number
  /** Null while the buyer has not said where to: not the same as free. */
  shippingVnd: number | null
  totalVnd: number
}

export type SplitProblem = "line_without_seller" | "price_not_whole" | "price_without_tax" | "quantity_not_whole"

/** A cart that can't be split into whole đồng: a fault of the catalogue, not of the buyer. */
export class UnsplittableCart extends Error {
  constructor(
    readonly problem: SplitProblem,
    readonly itemId: string,
  ) {
    super(`${problem}: ${itemId}`)
    this.name = "UnsplittableCart"
  }
}

/**
 * Splits a cart into one part per seller, in the order in which the sellers first appear.
 * The preview and the placed orders both come from here, so the buyer pays what was shown.
 *
 * Prices include tax (decision of the house). Medusa leaves fractions in discounts;
 * each one is rounded half up on its gross amount, and never exceeds what it discounts.
 * Shipping of sellers who have no line in the cart is left out.
 */
export function splitCart(cart: CartToSplit): SellerPart[] {
  const parts = new Map<string, SellerPart>()
  for (const line of cart.lines) {
    if (!line.sellerId) throw new UnsplittableCart("line_without_seller", line.id)
    const part = parts.get(line.sellerId) ?? emptyPart(line.sellerId)
    parts.set(line.sellerId, part)
    const priced = priceLine(line)
    part.lines.push(priced)
    part.itemsVnd += priced.totalVnd
    part.totalVnd += priced.totalVnd
  }
  for (const method of cart.shipping) {
    const part = method.sellerId ? parts.get(method.sellerId) : undefined
    if (!part) continue
    const priced = priceShipping(method)
    part.shipping.push(priced)
    part.shippingVnd = (part.shippingVnd ?? 0) + priced.totalVnd
    part.totalVnd += priced.totalVnd
  }
  return [...parts.values()]
}

/** The sums the buyer sees over all sellers. `shippingVnd` is null as long as one seller's is not known. */
export function sumParts(parts: SellerPart[]): { itemsVnd: number; shippingVnd: number | null; totalVnd: number } {
  const known = parts.every((part) => part.shippingVnd !== null)
  return {
    itemsVnd: sum(parts.map((part) => part.itemsVnd)),
    shippingVnd: known ? sum(parts.map((part) => part.shippingVnd ?? 0)) : null,
    totalVnd: sum(parts.map((part) => part.totalVnd)),
  }
}

function emptyPart(sellerId: string): SellerPart {
  return { sellerId, lines: [], shipping: [], itemsVnd: 0, shippingVnd: null, totalVnd: 0 }
}

function priceLine(line: CartLine): PartLine {
  assertPayable(line.id, line.unitPrice, line)
  if (!Number.isInteger(line.quantity) || line.quantity <= 0) throw new UnsplittableCart("quantity_not_whole", line.id)
  const gross = line.unitPrice * line.quantity
  const discounts = roundDiscounts(gross, line.discounts, line.taxRatePercent, "gross")
  return { id: line.id, quantity: line.quantity, unitPriceVnd: line.unitPrice, discounts, totalVnd: gross - discountSum(discounts) }
}

function priceShipping(method: CartShipping): PartShipping {
  assertPayable(method.id, method.amount, method)
  // Medusa's shipping adjustments have no is_tax_inclusive flag: they are stored net of tax.
  const discounts = roundDiscounts(method.amount, method.discounts, method.taxRatePercent, "net")
  return { id: method.id, amountVnd: method.amount, discounts, totalVnd: method.amount - discountSum(discounts) }
}

function assertPayable(id: string, amount: number, taxed: { isTaxInclusive: boolean; taxRatePercent: number }): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new UnsplittableCart("price_not_whole", id)
  if (!taxed.isTaxInclusive && taxed.taxRatePercent > 0) throw new UnsplittableCart("price_without_tax", id)
}

function roundDiscounts(gross: number, discounts: Discount[], taxRatePercent: number, stored: "gross" | "net"): RoundedDiscount[] {
  const factor = 1 + taxRatePercent / 100
  let left = gross
  return discounts.map((discount) => {
    const exact = discount.isTaxInclusive ? discount.amount : discount.amount * factor
    const amountVnd = Math.max(0, Math.min(left, Math.round(exact)))
    left -= amountVnd
    return { id: discount.id, amountVnd, storedAmount: stored === "gross" ? amountVnd : amountVnd / factor }
  })
}

function discountSum(discounts: RoundedDiscount[]): number {
  return sum(discounts.map((discount) => discount.amountVnd))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
