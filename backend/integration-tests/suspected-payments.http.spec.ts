import { describe, expect, test } from "vitest"
import { operator } from "./support/books"
import { fetchGroup, newListing, untilGroup, type Placed } from "./support/checkout"
import { readRun } from "./support/people"
import { atGateway, atGatewaysBooks, atPortal, startVnpay, stockOf, waitingOrder } from "./support/vnpay"

type Suspected = { intent_id: string; txn_ref: string; amount_vnd: number; state: string; decide_by: string; suspected_at: string; history: { action: string; note: string | null; actor: { name: string | null } }[] }
type Page = { payments: Suspected[]; count: number; hold: { hours: number; rules: { hours: number; reason: string }[] }; unknown_terminals: unknown[] }

const run = readRun()
const listing = await newListing(run, 20)

/** Its buyer paid, and VNPay suspects it. */
async function suspected(): Promise<{ group: Placed; txnRef: string; line: Suspected }> {
  const group = await waitingOrder(run, [{ listing, quantity: 3 }])
  const attempt = await startVnpay(run, group)
  await atGateway(run, attempt, "suspected")
  return { group, txnRef: attempt.txnRef, line: await lineOf(attempt.txnRef) }
}

async function lineOf(txnRef: string): Promise<Suspected> {
  const { status, body } = await operator(run, "/cashless-payment/suspected?limit=100")
  expect(status).toBe(200)
  // The house has one terminal and never had another.
  expect((body as Page).unknown_terminals).toEqual([])
  return (body as Page).payments.find((line) => line.txn_ref === txnRef)!
}
const decide = (line: Suspected, act: "keep" | "give-up", body: unknown) => operator(run, `/cashless-payment/suspected/${line.intent_id}/${act}`, body)

describe("a payment VNPay suspects", () => {
  test("is given up by the operator: its stock is free, and what VNPay approves later goes back", async () => {
    const before = await stockOf(run, listing)
    const { group, txnRef, line } = await suspected()
    expect(line).toMatchObject({ state: "waiting", history: [] })
    expect(await stockOf(run, listing)).toBe(before - 3)
    expect((await decide(line, "give-up", { note: "VNPay không trả lời" })).status).toBe(200)
    await untilGroup(run, group, ({ orders }) => orders[0]!.state === "expired")
    expect(await stockOf(run, listing)).toBe(before)
    expect(await lineOf(txnRef)).toMatchObject({ state: "given_up", history: [{ action: "suspicion_given_up", note: "VNPay không trả lời", actor: { name: expect.any(String) } }] })
    expect(await decide(line, "keep", { hours: 5, note: "chờ thêm nữa" })).toMatchObject({ status: 409, body: { code: "cashless-payment.not_suspected" } })

    await atPortal(run, txnRef, { outcome: "success" })
    for (const deadline = Date.now() + 150_000; (await atGatewaysBooks(run, txnRef)).refunds.length === 0; await new Promise((resolve) => setTimeout(resolve, 500))) {
      if (Date.now() > deadline) throw new Error("VNPay was not asked to give the money back")
    }
    expect((await atGatewaysBooks(run, txnRef)).refunds).toMatchObject([{ transaction_type: "02" }])
    expect((await fetchGroup(run, group)).orders[0]).toMatchObject({ state: "expired" })
  })

  test("is kept, and approved in time: the order is paid", async () => {
    const { group, txnRef, line } = await suspected()
    expect((await decide(line, "keep", { hours: 100, note: "VNPay hẹn trả lời mai" })).status).toBe(200)
    const kept = await lineOf(txnRef)
    expect(kept.history).toMatchObject([{ action: "suspicion_kept" }])
    expect(Date.parse(kept.decide_by)).toBeGreaterThan(Date.parse(line.decide_by))
    await atPortal(run, txnRef, { outcome: "success" })
    await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid", 150)
    expect(await lineOf(txnRef)).toBeUndefined()
  })

  test("nothing is decided without a reason, with impossible hours, about a payment that does not exist, or by somebody else", async () => {
    const { line } = await suspected()
    expect(await decide(line, "give-up", { note: " ab " })).toMatchObject({ status: 400, body: { fields: { note: expect.any(String) } } })
    for (const hours of [0, 721, 1.5, "24"]) expect(await decide(line, "keep", { hours, note: "đủ dài rồi" })).toMatchObject({ status: 400, body: { fields: { hours: expect.any(String) } } })
    expect(await operator(run, "/cashless-payment/suspected/pi_none/give-up", { note: "đủ dài rồi" })).toMatchObject({ status: 404 })
    expect(await operator(run, "/cashless-payment/suspected/hold", { hours: 24 })).toMatchObject({ status: 400, body: { fields: { reason: expect.any(String) } } })
    expect((await fetch(`${run.backend}/admin/cashless-payment/suspected`)).status).toBe(401)
    expect((await fetch(`${run.backend}/admin/cashless-payment/suspected/${line.intent_id}/give-up`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })).status).toBe(401)
    expect((await decide(line, "give-up", { note: "dọn sau kiểm thử" })).status).toBe(200)
  })

  test("how long is the operator's to decide, from now on", async () => {
    const before = await suspected()
    const { hold } = (await operator(run, "/cashless-payment/suspected")).body as Page
    const hours = hold.hours === 30 ? 31 : 30
    expect(await operator(run, "/cashless-payment/suspected/hold", { hours, reason: "Hàng tươi theo mùa" })).toMatchObject({ status: 200, body: { hours, rules: [{ hours, reason: "Hàng tươi theo mùa" }, ...hold.rules.map((rule) => ({ hours: rule.hours }))] } })
    const after = await suspected()
    const held = ({ suspected_at, decide_by }: Suspected) => (Date.parse(decide_by) - Date.parse(suspected_at)) / 3_600_000
    expect([held(await lineOf(before.txnRef)), held(after.line)]).toEqual([hold.hours, hours])
    await operator(run, "/cashless-payment/suspected/hold", { hours: hold.hours, reason: "Trả lại như trước" })
    for (const { line } of [before, after]) await decide(line, "give-up", { note: "dọn sau kiểm thử" })
  })
})
