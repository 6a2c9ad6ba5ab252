import { beforeAll, describe, expect, test } from "vitest"
import { newListing, placed, readyCart, fetchGroup, transfer, untilGroup, type TestListing } from "./support/checkout"
import { booked, operator, orderPaidByVnpay, untilJournals } from "./support/books"
import { todayInVietNam } from "./support/days"
import { anotherOperator } from "./support/operators"
import { readRun, sellerToken, type Run } from "./support/people"
import { openShop } from "./support/shops"

let run: Run
let listing: TestListing

beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 60, 100_000)
  const rule = { name: "Phí của kiểm thử", seller_ids: [listing.seller.id], rate_bps: 500, fixed_vnd: 1_000, valid_from: todayInVietNam(), reason: "Cho bài kiểm thử" }
  expect(await operator(run, "/commission-rules", rule)).toMatchObject({ status: 201 })
})

describe("from payment to journal", () => {
  test("money of VNPay: the seller is owed it, less the commission; cancelled, the buyer is owed all of it", async () => {
    const order = await orderPaidByVnpay(run, listing, 2)
    const [sale] = await untilJournals(run, order.id, ["sale"])
    expect(booked(sale!, "psp_clearing:vnpay")).toBe(order.total_vnd)
    expect(booked(sale!, "commission_revenue")).toBe(-(200_000 * 0.05 + 1_000))
    expect(booked(sale!, "seller_payable")).toBe(-(order.total_vnd - 11_000))
    expect(sale!.entries.find(({ component }) => component === "shipping")?.amount_vnd ?? 0).toBe(0 - order.shipping_vnd)

    expect((await operator(run, `/orders/${order.id}/cancel`, {})).status).toBe(200)
    const journals = await untilJournals(run, order.id, ["sale", "refund"])
    expect(journals.flatMap((journal) => journal.entries).filter(({ account }) => account === "seller_payable").reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)).toBe(0)
    expect(booked(journals.find(({ kind }) => kind === "refund")!, "buyer_refundable")).toBe(-order.total_vnd)
    expect(journals.every(({ entries }) => entries.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0) === 0)).toBe(true)
  })

  test("money straight to the seller by VietQR: only the commission is owed, by the seller", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const [order] = (await fetchGroup(run, group)).orders
    await transfer(run, { payload: order!.payment.vietqr!.payload })
    await untilGroup(run, group, ({ orders }) => orders[0]!.payment.state === "paid")
    const [sale] = await untilJournals(run, order!.id, ["direct_sale"])
    expect(sale!.entries).toHaveLength(2)
    expect(booked(sale!, "seller_receivable")).toBe(6_000)
    expect(booked(sale!, "commission_revenue")).toBe(-6_000)
  })
})

describe("rules", () => {
  test("the preview says what an order would be charged and by which rule", async () => {
    const [order] = (await fetchGroup(run, await placed(run, await readyCart(run, [{ listing, quantity: 3 }]), "vnpay"))).orders
    const { status, body } = await operator(run, "/commission-rules/preview", { order_id: order!.id })
    expect({ status, preview: body.preview }).toMatchObject({ status: 200, preview: { goods_vnd: 300_000, commission_vnd: 16_000, charges: [{ name: "Phí của kiểm thử", base_vnd: 300_000 }] } })
    expect(await operator(run, "/commission-rules/preview", { order_id: "order_none" })).toMatchObject({ status: 404, body: { code: "ledger.order_not_found" } })
  })

  test("no rule begins or ends in the past, and none ends twice", async () => {
    const { id: shop } = await openShop(run, { province_code: "19", commune_code: "05503" })
    const rule = { name: "Thử", rate_bps: 10, valid_from: "2020-01-01", reason: "Thử ngày đã qua", seller_ids: [shop] }
    expect(await operator(run, "/commission-rules", rule)).toMatchObject({ status: 400, body: { code: "ledger.in_the_past", fields: { valid_from: expect.any(String) as string } } })
    expect(await operator(run, "/commission-rules", { ...rule, valid_from: todayInVietNam(), seller_ids: [shop, "sel_nobody"] })).toMatchObject({ status: 404, body: { code: "seller.not_found" } })
    const { body } = await operator(run, "/commission-rules", { ...rule, valid_from: todayInVietNam() })
    const end = (valid_to: string) => operator(run, `/commission-rules/${String(body.id)}/end`, { valid_to })
    expect(await end("2020-01-02")).toMatchObject({ status: 400, body: { code: "ledger.in_the_past" } })
    expect(await end(todayInVietNam())).toMatchObject({ status: 200 })
    expect(await end(todayInVietNam())).toMatchObject({ status: 409, body: { code: "ledger.rule_ended" } })
    expect(await operator(run, "/commission-rules", { ...rule, valid_from: todayInVietNam(), rate_bps: 10_001 })).toMatchObject({ status: 400, body: { fields: { rate_bps: expect.any(String) as string } } })
  })

  test("a rule holds in provinces that there are, on the day it begins", async () => {
    const { id: shop } = await openShop(run, { province_code: "19", commune_code: "05503" })
    const rule = (codes: string[]) => operator(run, "/commission-rules", { name: "Thử", rate_bps: 10, valid_from: todayInVietNam(), reason: "Thử mã tỉnh", seller_ids: [shop], province_codes: codes })
    for (const code of ["00", "02"]) expect(await rule(["19", code])).toMatchObject({ status: 400, body: { code: "ledger.unknown_province", fields: { province_codes: expect.stringContaining(code) as string } } })
    expect(await rule(["19", "04"])).toMatchObject({ status: 201 })
  })

  test("tax rules come with their legal basis and withhold nothing until somebody decides it", async () => {
    const { body } = await operator(run, "/tax-rules")
    const rules = body.tax_rules as { id: string; mode: string; legal_basis: string; certainty: string }[]
    expect(rules.filter(({ id }) => id.startsWith("taxr_2026_"))).toHaveLength(5)
    expect(rules.find(({ id }) => id === "taxr_2026_goods")).toMatchObject({ mode: "REPORT_ONLY", certainty: "uncertain", legal_basis: expect.stringContaining("252/2026") as string })
  })
})

describe("the operator's hand in the books", () => {
  test("a settlement with VNPay's fee once per reference; a correction must balance", async () => {
    const reference = `KT-${Date.now()}`
    const settlement = { reference, day: todayInVietNam(), gross_vnd: 100_000, fee_vnd: 1_100 }
    const { status, body } = await operator(run, "/ledger/settlements", settlement)
    expect(status).toBe(201)
    expect(await operator(run, "/ledger/settlements", settlement)).toMatchObject({ status: 409, body: { code: "ledger.same_reference" } })
    expect(await operator(run, "/ledger/settlements", { ...settlement, reference: `${reference}c`, day: "2999-01-01" })).toMatchObject({ status: 400, body: { code: "ledger.future_day", fields: { day: expect.any(String) as string } } })
    expect(await operator(run, "/ledger/settlements", { ...settlement, reference: `${reference}b`, fee_vnd: 100_001 })).toMatchObject({ status: 400, body: { fields: { fee_vnd: expect.any(String) as string } } })
    const entries = [{ account: "bank", amount_vnd: -98_900 }, { account: "psp_fee", amount_vnd: -1_100 }, { account: "psp_clearing:vnpay", amount_vnd: 100_000 }]
    expect(await operator(run, "/ledger/adjustments", { reference, reason: "Trả lại như trước kiểm thử", entries })).toMatchObject({ status: 201 })
    expect(await operator(run, "/ledger/adjustments", { reference, reason: "Trả lại như trước kiểm thử", entries })).toMatchObject({ status: 409, body: { code: "ledger.same_reference" } })
    expect(await operator(run, "/ledger/adjustments", { reference: `${reference}c`, reason: "Không cân thì không ghi", entries: entries.slice(0, 2) })).toMatchObject({ status: 400, body: { code: "ledger.unbalanced" } })
    expect(body.id).toMatch(/^ljr_/)
  })

  test("what payOS or a bank charged is the house's cost, once per invoice", async () => {
    const fee = { reference: `PHI-${Date.now()}`, day: todayInVietNam(), fee_vnd: 3_300, note: "Phí chi hộ kiểm thử" }
    const psp = async () => ((await operator(run, "/ledger/accounts")).body.accounts as { account: string; balance_vnd: number }[]).find(({ account }) => account === "psp_fee")?.balance_vnd ?? 0
    const before = await psp()
    const { status, body } = await operator(run, "/ledger/bank-fees", fee)
    expect([status, body.id]).toEqual([201, expect.stringMatching(/^ljr_/)])
    expect(await psp()).toBe(before + 3_300)
    expect(await operator(run, "/ledger/bank-fees", { ...fee, fee_vnd: 1 })).toMatchObject({ status: 409, body: { code: "ledger.same_reference" } })
    expect(await operator(run, "/ledger/bank-fees", { ...fee, reference: "PHI-x", day: "2999-01-01" })).toMatchObject({ status: 400, body: { code: "ledger.future_day" } })
    for (const wrong of [{ fee_vnd: 0 }, { fee_vnd: 1.5 }, { note: "" }, { reference: "" }, { day: "31/02/2026" }]) expect(await operator(run, "/ledger/bank-fees", { ...fee, ...wrong }), JSON.stringify(wrong)).toMatchObject({ status: 400 })
    expect(await psp()).toBe(before + 3_300)
    expect((await fetch(`${run.backend}/admin/ledger/bank-fees`, { method: "POST", body: "{}" })).status).toBe(401)
  })

  test("a correction is in the books once a second person has approved it, with both names", async () => {
    const second = await anotherOperator(run)
    // A shop of its own: a sale of the spec before, booked late, would move what it is owed.
    const { id: shop } = await openShop(run, { province_code: "19", commune_code: "05503" })
    const reference = `KT2-${Date.now()}`
    const entries = [{ account: "commission_revenue", amount_vnd: 1_000 }, { account: "seller_payable", seller_id: shop, amount_vnd: -1_000 }]
    const propose = async (given: Record<string, unknown>) => operator(run, "/ledger/adjustments", { reference, reason: "Thu nhầm phí kiểm thử", entries, ...given })
    const payable = async () => ((await operator(run, `/ledger/accounts?seller_id=${shop}`)).body.sellers as { payable_vnd: number }[])[0]?.payable_vnd ?? 0
    const before = await payable()
    expect(await propose({ entries: [entries[0], { account: "seller_payable", amount_vnd: -1_000 }] })).toMatchObject({ status: 400, body: { code: "ledger.seller_account" } })
    expect(await propose({ entries: [entries[0], { ...entries[1], seller_id: "sel_none" }] })).toMatchObject({ status: 404 })
    const id = String((await propose({})).body.id)
    expect(await payable()).toBe(before)
    const decide = (what: string, as?: string) => operator(run, `/ledger/adjustments/${id}/${what}`, { note: "Đã đối chiếu chứng từ" }, as)
    expect(await decide("approve")).toMatchObject({ status: 403, body: { code: "ledger.same_person" } })
    expect(await operator(run, `/ledger/adjustments/${id}/approve`, { note: "" }, second)).toMatchObject({ status: 400, body: { fields: { note: expect.any(String) as string } } })
    expect(await decide("approve", second)).toMatchObject({ status: 200, body: { journal_id: expect.stringMatching(/^ljr_/) as string } })
    expect(await payable()).toBe(before + 1_000)
    expect(await decide("refuse", second)).toMatchObject({ status: 409, body: { code: "ledger.adjustment_decided" } })
    const listed = ((await operator(run, "/ledger/adjustments?state=posted&limit=100")).body.adjustments as { id: string; proposed_by: string; decided_by: string }[]).find((row) => row.id === id)!
    expect(listed.decided_by).toMatch(/^duyet-/)
    expect(listed.proposed_by).not.toBe(listed.decided_by)
    const back = String((await propose({ reference: `${reference}b`, entries: entries.map((entry) => ({ ...entry, amount_vnd: -entry.amount_vnd })) })).body.id)
    expect((await operator(run, `/ledger/adjustments/${back}/approve`, { note: "Trả lại như trước" }, second)).status).toBe(200)
    expect(await payable()).toBe(before)
    expect(await operator(run, "/ledger/adjustments/ladj_none/approve", { note: "Không có gì" }, second)).toMatchObject({ status: 404 })
  })

  test("all accounts together are 0, always", async () => {
    const { body } = await operator(run, "/ledger/accounts")
    expect((body.accounts as { balance_vnd: number }[]).reduce((sum, { balance_vnd }) => sum + balance_vnd, 0)).toBe(0)
  })

  test("the file has a line per entry and nothing a spreadsheet would run", async () => {
    const { status, text } = await operator(run, `/ledger/journals.csv?seller_id=${listing.seller.id}`)
    expect(status).toBe(200)
    expect(text).toContain("Nợ (đồng)")
    // Whoever looks a payment up at the gateway starts from its name.
    const [header, ...lines] = text.split("\r\n").map((line) => line.split(","))
    const [key, payment] = ["Khoá", "Khoản thanh toán"].map((name) => header!.indexOf(name)) as [number, number]
    const sales = lines.filter((line) => line[key]?.startsWith("sale:"))
    expect(sales.length).toBeGreaterThan(0)
    for (const line of sales) expect(line[payment]).toMatch(/^pi_/)
    expect(text.split("\r\n").slice(1).some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false)
  })

  test("nobody else gets in", async () => {
    for (const path of ["/ledger/accounts", "/ledger/journals", "/ledger/journals.csv", "/ledger/adjustments", "/commission-rules", "/tax-rules"]) {
      expect((await fetch(`${run.backend}/admin${path}`)).status).toBe(401)
      expect((await fetch(`${run.backend}/admin${path}`, { headers: { authorization: `Bearer ${await sellerToken(run)}` } })).status).toBe(401)
    }
  })
})
