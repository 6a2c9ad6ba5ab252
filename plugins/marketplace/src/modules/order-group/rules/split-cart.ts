import { roundTogether } from "./round-together"

/** A discount on a line or a shipping method, as Medusa computed it: it may have fractions of a đồng. */
export type Discount = {
  id: string
  /** What the discounts of one voucher share: it is rounded over all of them, so that 50.000 off are 50.000. */
  promotionId: string
  amount: number
  isTaxInclusive: boolean
}

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
 * Prices include tax (decision of the house). Medusa leaves fractions in discounts; those of one promotion are brought
 * to whole đồng together, over all sellers (largest remainder), and none exceeds what it discounts.
 * Shipping of sellers who have no line in the cart is left out.
 */
export function splitCart(cart: CartToSplit): SellerPart[] {
  const rounded = roundDiscounts(cart)
  const parts = new Map<string, SellerPart>()
  for (const line of cart.lines) {
    if (!line.sellerId) throw new UnsplittableCart("line_without_seller", line.id)
    const part = parts.get(line.sellerId) ?? emptyPart(line.sellerId)
    parts.set(line.sellerId, part)
    const priced = priceLine(line, rounded)
    part.lines.push(priced)
    part.itemsVnd += priced.totalVnd
    part.totalVnd += priced.totalVnd
  }
  for (const method of cart.shipping) {
    const part = method.sellerId ? parts.get(method.sellerId) : undefined
    if (!part) continue
    const priced = priceShipping(method, rounded)
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

function priceLine(line: CartLine, rounded: Rounded): PartLine {
  assertPayable(line.id, line.unitPrice, line)
  if (!Number.isInteger(line.quantity) || line.quantity <= 0) throw new UnsplittableCart("quantity_not_whole", line.id)
  const gross = line.unitPrice * line.quantity
  const discounts = storedDiscounts(gross, line, rounded, "gross")
  return { id: line.id, quantity: line.quantity, unitPriceVnd: line.unitPrice, discounts, totalVnd: gross - discountSum(discounts) }
}

function priceShipping(method: CartShipping, rounded: Rounded): PartShipping {
  assertPayable(method.id, method.amount, method)
  // Medusa's shipping adjustments have no is_tax_inclusive flag: they are stored net of tax.
  const discounts = storedDiscounts(method.amount, method, rounded, "net")
  return { id: method.id, amountVnd: method.amount, discounts, totalVnd: method.amount - discountSum(discounts) }
}

function assertPayable(id: string, amount: number, taxed: { isTaxInclusive: boolean; taxRatePercent: number }): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new UnsplittableCart("price_not_whole", id)
  if (!taxed.isTaxInclusive && taxed.taxRatePercent > 0) throw new UnsplittableCart("price_without_tax", id)
}

/** Whole đồng by discount; the objects are the keys, because ids may repeat where Medusa copies. */
type Rounded = Map<Discount, number>

/** All discounts of the parts that will be ordered, promotion by promotion, none larger than what is left to discount. */
function roundDiscounts({ lines, shipping }: CartToSplit): Rounded {
  const sellers = new Set(lines.map((line) => line.sellerId))
  const methods = shipping.filter((method) => method.sellerId && sellers.has(method.sellerId))
  const promotions = new Map<string, { discount: Discount; exact: number }[]>()
  for (const { gross, discounts, taxRatePercent } of [...lines.map((line) => ({ ...line, gross: line.unitPrice * line.quantity })), ...methods.map((method) => ({ ...method, gross: method.amount }))]) {
    let left = gross
    for (const discount of discounts) {
      const exact = Math.max(0, Math.min(left, discount.isTaxInclusive ? discount.amount : discount.amount * (1 + taxRatePercent / 100)))
      left -= exact
      promotions.set(discount.promotionId, [...(promotions.get(discount.promotionId) ?? []), { discount, exact }])
    }
  }
  const rounded: Rounded = new Map()
  for (const shares of promotions.values()) {
    const whole = roundTogether(shares.map(({ exact }) => exact))
    shares.forEach(({ discount }, index) => rounded.set(discount, whole[index]!))
  }
  return rounded
}

/** Two vouchers that both round up on a line of few đồng may not take more than it costs. */
function storedDiscounts(gross: number, { discounts, taxRatePercent }: { discounts: Discount[]; taxRatePercent: number }, rounded: Rounded, stored: "gross" | "net"): RoundedDiscount[] {
  let left = gross
  return discounts.map((discount) => {
    const amountVnd = Math.min(left, rounded.get(discount) ?? 0)
    left -= amountVnd
    return { id: discount.id, amountVnd, storedAmount: stored === "gross" ? amountVnd : amountVnd / (1 + taxRatePercent / 100) }
  })
}

function discountSum(discounts: RoundedDiscount[]): number {
  return sum(discounts.map((discount) => discount.amountVnd))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
