import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refuseCod, type CodAsk, type CodRule } from "./cod-offer"

const at = new Date("2026-11-22T03:00:00Z")
const rule = (scope: CodRule["scope"], scope_id: string, enabled: boolean, max: number | null = null, from = "2026-01-01T00:00:00Z"): CodRule => ({
  scope,
  scope_id,
  enabled,
  max_amount_vnd: max,
  effective_from: new Date(from),
})
const ask = (amounts: number[] = [100_000], provinceCode = "19"): CodAsk => ({
  provinceCode,
  at,
  sellers: amounts.map((amountVnd, index) => ({ id: `sel_${index}`, name: `Gian ${index}`, amountVnd })),
})

describe("whether cash on delivery is offered", () => {
  test("where nobody decided anything it is, up to the house's limit", () => {
    expect(refuseCod(ask(), [])).toBeNull()
    expect(refuseCod(ask([5_000_000]), [])).toBeNull()
    expect(refuseCod(ask([5_000_001]), [])).toEqual({ reason: "too_expensive", sellers: ["Gian 0"], max_amount_vnd: 5_000_000 })
  })

  test("the operator turns it off altogether, for a province of delivery, for a shop; a shop for itself", () => {
    expect(refuseCod(ask(), [rule("everywhere", "", false)])).toEqual({ reason: "off" })
    expect(refuseCod(ask(), [rule("province", "19", false)])).toEqual({ reason: "off_in_province" })
    expect(refuseCod(ask([1], "01"), [rule("province", "19", false)])).toBeNull()
    expect(refuseCod(ask([1, 1]), [rule("seller", "sel_1", false)])).toEqual({ reason: "seller_without_cod", sellers: ["Gian 1"] })
    expect(refuseCod(ask([1, 1]), [rule("shop_choice", "sel_0", false)])).toEqual({ reason: "seller_without_cod", sellers: ["Gian 0"] })
  })

  test("a shop can't overrule the operator", () => {
    expect(refuseCod(ask(), [rule("seller", "sel_0", false), rule("shop_choice", "sel_0", true)])).toMatchObject({ reason: "seller_without_cod" })
    expect(refuseCod(ask(), [rule("everywhere", "", false), rule("shop_choice", "sel_0", true)])).toEqual({ reason: "off" })
  })

  test("the lowest of all limits counts, seller by seller", () => {
    const rules = [rule("everywhere", "", true, 3_000_000), rule("province", "19", true, 1_000_000), rule("seller", "sel_1", true, 200_000)]
    expect(refuseCod(ask([1_000_000, 200_000]), rules)).toBeNull()
    expect(refuseCod(ask([1_000_000, 200_001]), rules)).toEqual({ reason: "too_expensive", sellers: ["Gian 1"], max_amount_vnd: 200_000 })
  })

  test("a decision counts from its day, and a later one replaces it", () => {
    const rules = [rule("everywhere", "", false), rule("everywhere", "", true, null, "2026-11-22T03:00:00Z"), rule("everywhere", "", false, null, "2026-12-01T00:00:00Z")]
    expect(refuseCod(ask(), rules)).toBeNull()
    expect(refuseCod({ ...ask(), at: new Date("2026-11-22T02:59:59Z") }, rules)).toEqual({ reason: "off" })
    expect(refuseCod({ ...ask(), at: new Date("2026-12-01T00:00:00Z") }, rules)).toEqual({ reason: "off" })
  })

  test("of two decisions for one moment the one written later counts", () => {
    expect(refuseCod(ask(), [rule("everywhere", "", true), rule("everywhere", "", false)])).toEqual({ reason: "off" })
  })

  test("one more prohibition never makes it offered", () => {
    const anyRule = fc
      .tuple(fc.constantFrom<[CodRule["scope"], string]>(["everywhere", ""], ["province", "19"], ["seller", "sel_0"], ["shop_choice", "sel_0"]), fc.boolean(), fc.option(fc.integer({ min: 1, max: 200_000 })))
      .map(([[scope, id], enabled, max]) => rule(scope, id, enabled, max))
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyRule, (rules, last) => {
        fc.pre(refuseCod(ask(), rules) !== null)
        const forbids = { ...last, enabled: false }
        expect(refuseCod(ask(), [...rules, forbids])).not.toBeNull()
      }),
    )
  })
})
