import fc from "fast-check"
import { expect, test } from "vitest"
import { splitCart, sumParts, type CartToSplit } from "./split-cart"

const discount = fc.record({
  id: fc.uuid(),
  promotionId: fc.constantFrom("p1", "p2", "p3"),
  amount: fc.double({ min: 0, max: 900_000, noNaN: true }),
  isTaxInclusive: fc.boolean(),
})
const seller = fc.constantFrom("sel_a", "sel_b", "sel_c")
const rate = fc.constantFrom(0, 5, 8, 10)
const line = fc.record({
  id: fc.uuid(),
  sellerId: seller,
  quantity: fc.integer({ min: 1, max: 99 }),
  unitPrice: fc.integer({ min: 0, max: 20_000_000 }),
  isTaxInclusive: fc.constant(true),
  taxRatePercent: rate,
  discounts: fc.array(discount, { maxLength: 3 }),
})
const method = fc.record({
  id: fc.uuid(),
  sellerId: seller,
  amount: fc.integer({ min: 0, max: 500_000 }),
  isTaxInclusive: fc.constant(true),
  taxRatePercent: rate,
  discounts: fc.array(discount, { maxLength: 2 }),
})
const cart: fc.Arbitrary<CartToSplit> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  shipping: fc.array(method, { maxLength: 4 }),
})

/** Medusa's own arithmetic for a tax-inclusive line, written down independently of the rule. */
function medusaTotal(gross: number, stored: number[], storedIsGross: boolean, taxRatePercent: number): number {
  const factor = 1 + taxRatePercent / 100
  const net = gross / factor - stored.reduce((s, amount) => s + (storedIsGross ? amount / factor : amount), 0)
  return net * factor
}

test("the parts are whole đồng, never negative, and together they are the whole", () => {
  fc.assert(
    fc.property(cart, (input) => {
      const parts = splitCart(input)
      const sellers = new Set(input.lines.map((l) => l.sellerId))
      expect(new Set(parts.map((p) => p.sellerId))).toEqual(sellers)
      expect(parts.flatMap((p) => p.lines.map((l) => l.id)).sort()).toEqual(input.lines.map((l) => l.id).sort())
      for (const part of parts) {
        expect(Number.isSafeInteger(part.totalVnd)).toBe(true)
        expect(part.totalVnd).toBeGreaterThanOrEqual(0)
        expect(part.itemsVnd + (part.shippingVnd ?? 0)).toBe(part.totalVnd)
      }
      const whole = sumParts(parts)
      expect(parts.reduce((s, p) => s + p.totalVnd, 0)).toBe(whole.totalVnd)
      expect(whole.shippingVnd === null).toBe(parts.some((p) => p.shippingVnd === null))
    }),
  )
})

test("each rounded discount is within a đồng of Medusa's, unless it would eat more than the line", () => {
  fc.assert(
    fc.property(line, (l) => {
      const [part] = splitCart({ lines: [l], shipping: [] })
      const gross = l.unitPrice * l.quantity
      const exact = l.discounts.map((d) => (d.isTaxInclusive ? d.amount : d.amount * (1 + l.taxRatePercent / 100)))
      const total = exact.reduce((s, n) => s + n, 0)
      const off = part!.lines[0]!.discounts.reduce((s, d) => s + d.amountVnd, 0)
      if (total + l.discounts.length < gross) expect(Math.abs(off - total)).toBeLessThanOrEqual(l.discounts.length + 1e-6)
      else expect(off).toBeLessThanOrEqual(gross)
    }),
  )
})

test("a voucher over several sellers takes off what it says: Σ of its shares is its rounded amount, and the whole is Σ of the parts", () => {
  const price = fc.integer({ min: 1_000, max: 20_000_000 })
  const wide = fc.array(fc.record({ id: fc.uuid(), sellerId: seller, unitPrice: price, quantity: fc.integer({ min: 1, max: 20 }), taxRatePercent: rate }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(wide, fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 0, max: 50 }), fc.array(fc.record({ sellerId: seller, amount: fc.integer({ min: 0, max: 90_000 }), taxRatePercent: rate }), { maxLength: 3 }), (lines, fixed, percent, methods) => {
      const whole = lines.reduce((sum, l) => sum + l.unitPrice * l.quantity, 0)
      const off = Math.min(fixed, Math.floor(whole / 4))
      const parts = splitCart({
        // As Medusa shares them: by value, with all the fractions; shipping vouchers net of tax.
        lines: lines.map((l) => ({
          ...l,
          isTaxInclusive: true,
          discounts: [
            { id: `${l.id}f`, promotionId: "fixed", amount: (off * l.unitPrice * l.quantity) / whole, isTaxInclusive: true },
            { id: `${l.id}p`, promotionId: "percent", amount: (l.unitPrice * l.quantity * percent) / 100, isTaxInclusive: true },
          ],
        })),
        shipping: methods.map((m, i) => ({ ...m, id: `m${i}`, isTaxInclusive: true, discounts: [{ id: `s${i}`, promotionId: "ship", amount: m.amount / (1 + m.taxRatePercent / 100) / 3, isTaxInclusive: false }] })),
      })
      const discounts = parts.flatMap((part) => part.lines.flatMap((l) => l.discounts))
      const sumOf = (end: string) => discounts.filter(({ id }) => id.endsWith(end)).reduce((sum, d) => sum + d.amountVnd, 0)
      expect(sumOf("f")).toBe(off)
      expect(Math.abs(sumOf("p") - (whole * percent) / 100)).toBeLessThanOrEqual(0.5 + 1e-4)
      const carried = methods.filter((m) => lines.some((l) => l.sellerId === m.sellerId)).reduce((sum, m) => sum + m.amount, 0)
      const shippingOff = parts.flatMap((part) => part.shipping.flatMap((m) => m.discounts)).reduce((sum, d) => sum + d.amountVnd, 0)
      expect(Math.abs(shippingOff - carried / 3)).toBeLessThanOrEqual(0.5 + 1e-4)
      expect(sumParts(parts).totalVnd).toBe(whole - off - sumOf("p") + carried - shippingOff)
    }),
  )
})

test("what is stored makes Medusa arrive at the same total as the preview", () => {
  fc.assert(
    fc.property(line, method, (l, m) => {
      const [part] = splitCart({ lines: [l], shipping: [{ ...m, sellerId: l.sellerId }] })
      const pricedLine = part!.lines[0]!
      const pricedMethod = part!.shipping[0]!
      const items = medusaTotal(l.unitPrice * l.quantity, pricedLine.discounts.map((d) => d.storedAmount), true, l.taxRatePercent)
      const ship = medusaTotal(m.amount, pricedMethod.discounts.map((d) => d.storedAmount), false, m.taxRatePercent)
      expect(Math.abs(items + ship - part!.totalVnd)).toBeLessThan(1e-3)
    }),
  )
})

test("a fixed case: two sellers, a percentage off, one shipping still unknown", () => {
  const parts = splitCart({
    lines: [
      { id: "l1", sellerId: "a", quantity: 2, unitPrice: 85_000, isTaxInclusive: true, taxRatePercent: 0, discounts: [{ id: "d", promotionId: "p", amount: 12_749.5, isTaxInclusive: true }] },
      { id: "l2", sellerId: "b", quantity: 1, unitPrice: 120_000, isTaxInclusive: true, taxRatePercent: 0, discounts: [] },
    ],
    shipping: [
      { id: "s1", sellerId: "a", amount: 25_000, isTaxInclusive: true, taxRatePercent: 0, discounts: [] },
      { id: "s9", sellerId: "gone", amount: 99_000, isTaxInclusive: true, taxRatePercent: 0, discounts: [] },
    ],
  })
  expect(parts.map((p) => [p.sellerId, p.itemsVnd, p.shippingVnd, p.totalVnd])).toEqual([
    ["a", 157_250, 25_000, 182_250],
    ["b", 120_000, null, 120_000],
  ])
  expect(sumParts(parts)).toEqual({ itemsVnd: 277_250, shippingVnd: null, totalVnd: 302_250 })
})

test.each([
  ["line_without_seller", { sellerId: null }],
  ["price_not_whole", { unitPrice: 10_000.5 }],
  ["price_not_whole", { unitPrice: -1 }],
  ["price_without_tax", { isTaxInclusive: false, taxRatePercent: 8 }],
  ["quantity_not_whole", { quantity: 0.5 }],
] as const)("a cart that can't be paid in whole đồng is refused: %s", (problem, wrong) => {
  const base = { id: "l1", sellerId: "a", quantity: 1, unitPrice: 1000, isTaxInclusive: true, taxRatePercent: 0, discounts: [] }
  expect(() => splitCart({ lines: [{ ...base, ...wrong }], shipping: [] })).toThrow(problem)
})
