import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { asOperator, fetchGroup, listingOfAnotherSeller, newListing, store, untilGroup, type Placed, type TestGroup, type TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { readRun, type Run } from "./support/people"
import { faultsOf } from "./support/storm-audit"
import { atGateway, atGatewaysBooks, atPortal, comeBack, startVnpay, stockOf, waitingOrder, type Attempt } from "./support/vnpay"

let run: Run
let mine: TestListing
let theirs: TestListing
let database: pg.Client

beforeAll(async () => {
  run = readRun()
  database = await houseDatabase()
  mine = await newListing(run, 60)
  theirs = await listingOfAnotherSeller(run, mine.seller.id)
})
afterAll(() => database?.end())

async function waiting(lines = [{ listing: mine, quantity: 1 }]): Promise<{ group: Placed; attempt: Attempt }> {
  const group = await waitingOrder(run, lines)
  return { group, attempt: await startVnpay(run, group) }
}

const isPaid = ({ orders }: TestGroup) => orders.every((order) => order.state === "paid")
/** The job asks after seconds in the sandbox, ever more rarely; no test waits for a moment, only for the end. */
const untilPaid = (group: Placed) => untilGroup(run, group, isPaid, 150)

describe("what becomes of a payment at VNPay", () => {
  test("it fails in every way it can: the buyer hears it each time, the order waits on, and the last try pays it", async () => {
    const group = await waitingOrder(run, [{ listing: mine, quantity: 1 }])
    for (const [outcome, heard] of [["insufficient", "failed"], ["wrong_otp", "failed"], ["maintenance", "failed"], ["timeout", "failed"], ["cancel", "canceled"]] as const) {
      const back = await atGateway(run, await startVnpay(run, group), outcome)
      expect(await comeBack(run, back)).toMatchObject({ valid: true, outcome: heard, failure: { reason: expect.any(String), vi: expect.any(String), en: expect.any(String) } })
      expect((await fetchGroup(run, group)).orders[0]).toMatchObject({ state: "pending_payment" })
    }
    await atGateway(run, await startVnpay(run, group), "success")
    await untilPaid(group)
  })

  test.each(["late", "out_of_order", "after"])("success, told %s: paid once", async (ipn) => {
    const { group, attempt } = await waiting()
    await atGateway(run, attempt, "success", ipn)
    await untilPaid(group)
    // What the order page adds up can't be more than its orders; what was captured and goes back can.
    expect(await faultsOf(database, group.id, { bankReferences: [], txnRefs: [attempt.txnRef] })).toEqual([])
  })

  test("the IPN is lost and the buyer comes back: paid, and nobody did anything", async () => {
    const { group, attempt } = await waiting()
    expect(await comeBack(run, await atGateway(run, attempt, "success", "never"))).toMatchObject({ outcome: "pending" })
    await untilPaid(group)
  })

  test("the IPN is lost and the browser is closed: paid, and nobody did anything", async () => {
    const { group, attempt } = await waiting([{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }])
    await atGateway(run, attempt, "success", "never")
    await untilPaid(group)
  })

  test.concurrent.each(["silent", "forged", "too_often"])("the IPN is lost and VNPay's API is %s for a while: not believed, then paid", async (query_plan) => {
    const { group, attempt } = await waiting()
    // The gateway knows the payment only from its page on.
    await fetch(attempt.url)
    await atPortal(run, attempt.txnRef, { query_plan })
    await comeBack(run, await atGateway(run, attempt, "success", "never"))
    await expect(untilGroup(run, group, isPaid, 6)).rejects.toThrow(/Still not so/)
    await atPortal(run, attempt.txnRef, { query_plan: "answer" })
    await untilPaid(group)
  })

  test("suspected: not paid whatever comes back, paid when VNPay clears it without a word", async () => {
    const { group, attempt } = await waiting()
    const back = await atGateway(run, attempt, "suspected")
    expect(await comeBack(run, back)).toMatchObject({ outcome: "pending" })
    expect((await fetchGroup(run, group)).orders[0]).toMatchObject({ state: "pending_payment" })
    await atPortal(run, attempt.txnRef, { outcome: "success", ipn: "never" })
    await untilPaid(group)
  })

  test("suspected, then denied: the buyer may try again", async () => {
    const { group, attempt } = await waiting()
    await atGateway(run, attempt, "suspected")
    await atPortal(run, attempt.txnRef, { outcome: "denied" })
    await atGateway(run, await startVnpay(run, group), "success")
    await untilPaid(group)
  })
})

// Side by side: each waits for a VNPay that takes its time.
describe.concurrent("money that must go back", { timeout: 500_000 }, () => {
  /** VNPay's books say that it was asked until the bank had the money. */
  const untilReturned = async (txnRef: string, amounts: number[]): Promise<void> => {
    for (const deadline = Date.now() + 150_000; ; await new Promise((resolve) => setTimeout(resolve, 1_000))) {
      const { refunds } = await atGatewaysBooks(run, txnRef)
      const returned = refunds.filter(({ asked }) => asked >= 3).map(({ amount }) => Number(amount) / 100)
      if (JSON.stringify(returned) === JSON.stringify(amounts)) return
      if (Date.now() > deadline) throw new Error(`VNPay's books still say ${JSON.stringify(refunds)}, not that ${amounts.join(" and ")} went back`)
    }
  }

  test("paid after the order was canceled: given back in full by itself, the stock stays free", async () => {
    const listing = await newListing(run, 5)
    const { group, attempt } = await waiting([{ listing, quantity: 1 }])
    const [order] = (await fetchGroup(run, group)).orders
    expect((await asOperator(run, `/orders/${order!.id}/cancel`, {})).status).toBe(200)
    await atGateway(run, attempt, "success")
    await untilReturned(attempt.txnRef, [order!.total_vnd])
    expect((await fetchGroup(run, group)).orders[0]).toMatchObject({ state: "canceled" })
    expect(await stockOf(run, listing)).toBe(5)
  })

  test("paid twice, by two tries: the second is given back", async () => {
    const { group, attempt } = await waiting()
    const second = await startVnpay(run, group)
    await atGateway(run, attempt, "success")
    await atGateway(run, second, "success")
    const { total_vnd } = await untilPaid(group)
    await untilReturned(second.txnRef, [total_vnd])
    expect((await atGatewaysBooks(run, attempt.txnRef)).refunds).toEqual([])
  })

  test("the operator cancels a paid order: its part of the group's payment goes back, then the rest, also over a line that breaks", async () => {
    const { group, attempt } = await waiting([{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }])
    await atGateway(run, attempt, "success")
    const { orders } = await untilPaid(group)
    const cancel = async (index: number) => expect((await asOperator(run, `/orders/${orders[index]!.id}/cancel`, {})).status).toBe(200)
    await atPortal(run, attempt.txnRef, { refund_plan: "silent" })
    await cancel(0)
    await untilReturned(attempt.txnRef, [orders[0]!.total_vnd])
    await atPortal(run, attempt.txnRef, { refund_plan: "busy" })
    await cancel(1)
    await untilReturned(attempt.txnRef, [orders[0]!.total_vnd, orders[1]!.total_vnd])
    expect((await atGatewaysBooks(run, attempt.txnRef)).refunds.map(({ transaction_type }) => transaction_type)).toEqual(["03", "03"])
  })

  test("a whole refund is asked for as one", async () => {
    const { group, attempt } = await waiting()
    await atGateway(run, attempt, "success")
    const { orders } = await untilPaid(group)
    expect((await asOperator(run, `/orders/${orders[0]!.id}/cancel`, {})).status).toBe(200)
    await untilReturned(attempt.txnRef, [orders[0]!.total_vnd])
    expect((await atGatewaysBooks(run, attempt.txnRef)).refunds).toMatchObject([{ transaction_type: "02" }])
  })
})

describe("how the buyer wants to pay", () => {
  test("what was chosen goes to VNPay; what is no choice is refused in words", async () => {
    const group = await waitingOrder(run, [{ listing: mine, quantity: 1 }])
    for (const bank_code of ["VNPAYQR", "VNBANK", "INTCARD"]) {
      const attempt = await startVnpay(run, group, { bank_code })
      expect(new URLSearchParams(attempt.query).get("vnp_BankCode")).toBe(bank_code)
      expect(await (await fetch(attempt.url)).text()).toContain(`value="${bank_code}" selected`)
    }
    for (const choice of [{ bank_code: "MOMO" }, { bank_code: ["VNBANK"] }, { as: "cash" }, { vnp_BankCode: "VNBANK" }]) {
      const refused = await store(run, `/order-groups/${group.id}/vnpay`, { access_token: group.access_token, ...choice })
      expect(refused).toMatchObject({ status: 400, body: { code: "invalid_data", fields: { [Object.keys(choice)[0]!]: expect.any(String) } } })
    }
  })

  test("a VNPAY-QR on our own page: shown again unchanged, paid in a banking app", async () => {
    const group = await waitingOrder(run, [{ listing: mine, quantity: 1 }])
    const show = () => store<{ redirect_url: null; qr: { payload: string; expires_at: string } }>(run, `/order-groups/${group.id}/vnpay`, { access_token: group.access_token, as: "qr" })
    const first = await show()
    expect(first).toMatchObject({ status: 200, body: { redirect_url: null, qr: { payload: expect.any(String), expires_at: expect.any(String) } } })
    expect((await show()).body).toEqual(first.body)
    await atPortal(run, first.body.qr.payload.split("|")[0]!, { outcome: "success" })
    await untilPaid(group)
  })
})

describe("the simulated VNPay's own manners", () => {
  test("a payment is decided once; its page is not a second chance", async () => {
    const { attempt } = await waiting()
    await atGateway(run, attempt, "success")
    await expect(atGateway(run, attempt, "cancel")).rejects.toThrow(/code=01/)
  })

  test("its API believes nobody without a signature and knows nothing of strangers", async () => {
    for (const [body, code] of [[{}, "03"], [{ vnp_Command: "querydr" }, "97"], [{ vnp_Command: "refund", vnp_SecureHash: "0".repeat(128) }, "97"], [[], "03"]] as const) {
      const response = await fetch(`${run.backend}/sandbox/vnpay/merchant_webapi/api/transaction`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
      expect(await response.json()).toMatchObject({ vnp_ResponseCode: code })
    }
  })

  test("its portal refuses orders it does not know, in words", async () => {
    const { attempt } = await waiting()
    await fetch(attempt.url)
    const ask = (path: string, body: unknown) => fetch(`${run.backend}/sandbox/vnpay/transactions/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
    expect((await ask(attempt.txnRef, { refund_plan: "steal" })).status).toBe(400)
    expect((await ask("CPNONE", { refund_plan: "accept" })).status).toBe(404)
    const page = await (await fetch(`${run.backend}/sandbox/vnpay/transactions?txn_ref=${attempt.txnRef}`, { headers: { accept: "text/html" } })).text()
    for (const shown of [attempt.txnRef, "mô phỏng", "Từ chối"]) expect(page).toContain(shown)
  })
})
