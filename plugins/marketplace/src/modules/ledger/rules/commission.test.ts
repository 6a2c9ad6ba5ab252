import fc from "fast-check"
import { expect, test } from "vitest"
import { chooseCommissionRule, commissionOf, type CommissionRuleFacts } from "./commission"
import { workOutSale } from "./sale-facts"
import { TAX_RULES_2026 } from "./tax-rules-2026"
import { assessTax, type TaxRuleFacts } from "./withholding-tax"

const rule = (id: string, given: Partial<CommissionRuleFacts> = {}): CommissionRuleFacts => ({
  id,
  name: id,
  sellerIds: [],
  productSets: [],
  sellerKinds: [],
  provinceCodes: [],
  rateBps: 0,
  fixedVnd: 0,
  validFrom: "2026-01-01",
  validTo: null,
  ...given,
})
const seller = { id: "sel_1", kind: "cooperative", provinceCode: "19" }
const day = "2026-11-22"

const seller1 = rule("seller", { sellerIds: ["sel_1"], rateBps: 100 })
const tea = rule("tea", { productSets: [11, 12], rateBps: 200 })
const cooperatives = rule("cooperatives", { sellerKinds: ["cooperative"], rateBps: 300 })
const province = rule("province", { provinceCodes: ["19"], rateBps: 400 })
const all = rule("all", { rateBps: 500 })

test("seller beats product set beats kind beats province beats all, in whatever order the rules come", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([seller1, tea, cooperatives, province, all], { minLength: 1 }), (rules) => {
      const order = [seller1, tea, cooperatives, province, all]
      expect(chooseCommissionRule(rules, seller, 11, day)).toBe(order.find((candidate) => rules.includes(candidate)))
    }),
  )
})

test("a rule that names two things beats one that names the higher of them; lists are or, rules are and", () => {
  const both = rule("both", { productSets: [11], provinceCodes: ["19", "04"] })
  expect(chooseCommissionRule([tea, both, cooperatives], seller, 11, day)).toBe(both)
  expect(chooseCommissionRule([both, tea], { ...seller, provinceCode: "01" }, 11, day)).toBe(tea)
  expect(chooseCommissionRule([tea], seller, null, day)).toBeNull()
})

test("the first and the last day count, between equals the later rule wins", () => {
  const old = rule("a", { validFrom: "2026-01-01", validTo: "2026-11-22" })
  const next = rule("b", { validFrom: "2026-11-22" })
  expect(chooseCommissionRule([old, next], seller, null, "2026-11-21")).toBe(old)
  expect(chooseCommissionRule([old, next], seller, null, "2026-11-22")).toBe(next)
  expect(chooseCommissionRule([old], seller, null, "2026-11-22")).toBe(old)
  expect(chooseCommissionRule([old], seller, null, "2026-11-23")).toBeNull()
  const sameDay = rule("c", { validFrom: "2026-11-22" })
  for (const rules of [[next, sameDay], [sameDay, next]]) expect(chooseCommissionRule(rules, seller, null, day)).toBe(sameDay)
})

test("what a rule names and is not there, it does not charge", () => {
  for (const other of [{ sellerIds: ["sel_2"] }, { sellerKinds: ["enterprise"] }, { provinceCodes: ["04"] }, { productSets: [12] }]) expect(chooseCommissionRule([rule("other", other)], seller, 11, day), JSON.stringify(other)).toBeNull()
})

test("each line by its own rule, the fixed part once per order, never more than was paid for the goods", () => {
  const lines = [
    { productSet: 11, amountVnd: 100_000 },
    { productSet: 11, amountVnd: 50_000 },
    { productSet: null, amountVnd: 30_000 },
  ]
  const fixedTea = { ...tea, fixedVnd: 1_000 }
  expect(commissionOf([fixedTea, all], seller, lines, day)).toMatchObject({ totalVnd: 3_000 + 1_000 + 1_500, charges: [{ ruleId: "tea", baseVnd: 150_000 }, { ruleId: "all", baseVnd: 30_000 }] })
  expect(commissionOf([rule("dear", { fixedVnd: 1_000_000 })], seller, lines, day).totalVnd).toBe(180_000)
  expect(commissionOf([{ ...tea, fixedVnd: 100_000 }, { ...all, fixedVnd: 100_000 }], seller, lines, day)).toMatchObject({ totalVnd: 180_000, charges: [{ amountVnd: 103_000 }, { amountVnd: 77_000 }] })
  expect(commissionOf([], seller, lines, day)).toEqual({ totalVnd: 0, charges: [] })
})

const sold = { activity: "goods" as const, rail: "vnpay", goodsVnd: 100_000, shippingVnd: 20_000, day }

test("households and individuals are reported on, co-operatives and enterprises never, nor direct sales", () => {
  const assess = (sellerKind: string, rail = "vnpay") => assessTax(TAX_RULES_2026, { ...sold, sellerKind, rail })
  expect(assess("household_business")).toMatchObject({ mode: "REPORT_ONLY", baseVnd: 120_000, vatVnd: 1_200, pitVnd: 600 })
  expect(assess("individual").mode).toBe("REPORT_ONLY")
  for (const kind of ["cooperative", "cooperative_group", "enterprise"]) expect(assess(kind).mode).toBe("OFF")
  expect(assess("individual", "vietqr").mode).toBe("OFF")
  expect(assessTax(TAX_RULES_2026, { ...sold, sellerKind: "individual", day: "2026-06-30" }).mode).toBe("OFF")
  expect(assessTax(TAX_RULES_2026, { ...sold, sellerKind: "individual", activity: "own_unprocessed_produce" })).toMatchObject({ vatVnd: 0, pitVnd: 0 })
})

test("a later rule of the operator beats the one the house came with", () => {
  const decided: TaxRuleFacts = { ...TAX_RULES_2026[0]!, id: "taxr_x", mode: "WITHHOLD", validFrom: "2026-11-01", base: "goods" }
  expect(assessTax([...TAX_RULES_2026, decided], { ...sold, sellerKind: "individual" })).toMatchObject({ mode: "WITHHOLD", ruleId: "taxr_x", baseVnd: 100_000 })
})

test("commission and tax together never take more than was paid", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 1e9 }), (amountVnd, rateBps, fixedVnd, goods) => {
      const facts = workOutSale({ seller: { ...seller, kind: "individual" }, activity: "services", rail: "vnpay", amountVnd, lines: [{ productSet: null, amountVnd: goods }], day }, { commission: [rule("r", { rateBps, fixedVnd })], tax: TAX_RULES_2026 })
      expect(facts.goodsVnd + facts.shippingVnd).toBe(amountVnd)
      expect(facts.shippingVnd).toBeGreaterThanOrEqual(0)
      expect(facts.commissionVnd + facts.vatVnd + facts.pitVnd).toBeLessThanOrEqual(amountVnd)
    }),
  )
})
