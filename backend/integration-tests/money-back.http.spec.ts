import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { asOperator, asSeller, newListing, placed, readyCart, store, transfer, untilGroup, type Answer, type Placed, type TestListing, type TestOrder } from "./support/checkout"
import { act } from "./support/order-life"
import { houseDatabase } from "./support/clone-carts"
import { lastHundred } from "./support/books"
import { todayInVietNam } from "./support/days"
import { anotherOperator } from "./support/operators"
import { adminToken, readRun, sellerToken, type Run } from "./support/people"
import { openShop } from "./support/shops"

/** Money of a cancelled order, from the shop's account back to the buyer's: who may say what, and who sees what. */
type Transfer = { state: string; sender: string; account: { ending: string; holder: string | null } | null; account_by: string | null; due_on: string | null; bank_reference: string | null; confirmed_by: string | null; problem_at: string | null }
type Refund = { id: string; amount_vnd: number; state: string; transfer: Transfer | null }
type Group = { orders: (TestOrder & { refunds: Refund[] })[] }
type MoneyBack = { id: string; amount_vnd: number; state: string; account_version: number; order: { id: string } | null; to: { account_number: string; qr_payload: string; memo: string } | null; account: { ending: string } | null; problem_note: string | null }
type Refusal = { code?: string; message?: string; fields?: Record<string, string> }

let run: Run
let listing: TestListing
beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 60, 80_000)
})

const firstDay = todayInVietNam()
const sinceFirstDay = () => `/earnings?from=${firstDay}&to=${todayInVietNam()}`
const OWN = { bank_bin: "970436", account_number: "0011 2233.4455", account_name: "Nguyễn Văn Thử" }
const reference = () => `FT${randomInt(1_000_000_000)}`

type Journal = { id: string; reversal: string | null; key: string; kind: string; seller_id: string | null; order_id: string | null; entries: { account: string; seller_id: string | null; amount_vnd: number }[] }
/** The journals of one kind about an order; waited for as long as a sweep of the books may take. */
async function journalsOf(orderId: string, kind: string, waitMs = 150_000): Promise<Journal[]> {
  const headers = { authorization: `Bearer ${await adminToken(run)}` }
  for (const deadline = Date.now() + waitMs; ; await new Promise((resolve) => setTimeout(resolve, 1_000))) {
    const { journals } = (await (await fetch(`${run.backend}/admin/ledger/journals?order_id=${orderId}&kind=${kind}&limit=50`, { headers })).json()) as { journals: Journal[] }
    if (journals.length > 0 || Date.now() >= deadline) return journals
  }
}

type Paying = { goods?: TestListing; pay?: (orderId: string, missingVnd: number) => Promise<{ status: number }> }

async function canceledOrder(payer: Record<string, unknown> = {}, { goods = listing, pay }: Paying = {}): Promise<{ group: Placed; orderId: string; refund: Refund; memo: string; shopAccount: string }> {
  const group = await placed(run, await readyCart(run, [{ listing: goods, quantity: 1 }]))
  const waiting = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
  const { payload, memo, account_number: shopAccount } = waiting.orders[0]!.payment.vietqr!
  const orderId = waiting.orders[0]!.id
  if (pay) expect((await pay(orderId, waiting.orders[0]!.payment.amount_vnd)).status).toBe(200)
  else await transfer(run, { payload, ...payer })
  await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")
  const { body } = await act(run, group, "cancel", { order_id: orderId, reason: "changed_mind" })
  return { group, orderId, memo, shopAccount, refund: body.order_group.orders[0]!.refunds[0] as unknown as Refund }
}
const name = (group: Placed, id: string, body: Record<string, unknown> = OWN, key = group.access_token) =>
  store<{ order_group: Group } & Refusal>(run, `/order-groups/${group.id}/refunds/${id}/account`, { access_token: key, ...body })
const arrival = (group: Placed, id: string, body: Record<string, unknown>) =>
  store<{ order_group: Group } & Refusal>(run, `/order-groups/${group.id}/refunds/${id}/arrival`, { access_token: group.access_token, ...body })
const sent = (id: string, body: Record<string, unknown>) => asSeller<{ money_back: MoneyBack } & Refusal>(run, `/money-back/${id}/sent`, body)
const ofShop = async (id: string) => (await asSeller<{ money_back: MoneyBack[] }>(run, "/money-back")).body.money_back.find((row) => row.id === id)
const refundOf = ({ body }: Answer<{ order_group: Group }>) => body.order_group.orders[0]!.refunds[0]!

describe("money of a cancelled order, paid to the shop's own account", () => {
  test("goes from the buyer's account named, over the shop's word, to arrived; the page shows only the last digits", async () => {
    const { group, orderId, refund, memo } = await canceledOrder()
    expect(refund).toMatchObject({ state: "by_hand", transfer: { state: "waiting", sender: "shop", account: null, due_on: null } })
    const before = (await asSeller<{ count: number }>(run, "/money-back/count")).body.count
    expect(await ofShop(refund.id)).toMatchObject({ amount_vnd: refund.amount_vnd, order: { id: orderId }, to: null })
    const named = refundOf(await name(group, refund.id))
    expect(named.transfer).toMatchObject({ state: "waiting", account: { ending: "4455", holder: "N. V. T." }, account_by: "receiver", due_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect(JSON.stringify(named)).not.toMatch(/00112233|Nguyễn/)
    const owed = (await ofShop(refund.id))!
    expect(owed.to).toMatchObject({ account_number: "001122334455", memo: `Hoan tien ${memo}`, qr_payload: expect.stringContaining("001122334455") })
    expect((await asSeller<{ count: number }>(run, "/money-back/count")).body.count).toBe(before + 1)

    const said = { bank_reference: reference(), account_version: owed.account_version }
    expect((await sent(refund.id, said)).body.money_back).toMatchObject({ state: "sent", to: null })
    expect((await sent(refund.id, said)).status).toBe(200)
    expect(await sent(refund.id, { ...said, bank_reference: reference() })).toMatchObject({ status: 409, body: { code: "cashless-payment.transfer_already_sent" } })
    expect(await name(group, refund.id, { ...OWN, account_number: "999988887777" })).toMatchObject({ status: 409, body: { code: "cashless-payment.transfer_already_sent" } })

    const missing = refundOf(await arrival(group, refund.id, { arrived: false, note: "Chưa thấy tiền vào" }))
    expect(missing).toMatchObject({ state: "by_hand", transfer: { state: "waiting", problem_at: expect.any(String) } })
    expect((await ofShop(refund.id))!.problem_note).toBe("Chưa thấy tiền vào")
    expect((await sent(refund.id, { ...said, bank_reference: reference() })).status).toBe(200)
    const done = refundOf(await arrival(group, refund.id, { arrived: true }))
    expect(done).toMatchObject({ state: "returned", transfer: { state: "done", confirmed_by: "receiver" } })
    expect((await arrival(group, refund.id, { arrived: true })).status).toBe(200)
    expect(await arrival(group, refund.id, { arrived: false })).toMatchObject({ status: 409 })
  })

  test("the account the payment came from is offered by itself where the bank told it", async () => {
    const { refund } = await canceledOrder({ aggregators: "payos" })
    expect(refund.transfer).toMatchObject({ account_by: "payment", account: { ending: "0001" }, due_on: expect.any(String) })
    expect((await ofShop(refund.id))!.to).toMatchObject({ account_number: "9990000000001" })
  })

  test("an account changed since the shop looked is a conflict, unless it was sent to the earlier one", async () => {
    const { group, refund } = await canceledOrder()
    await name(group, refund.id)
    const { account_version } = (await ofShop(refund.id))!
    await name(group, refund.id, { ...OWN, account_number: "777766665555" })
    const said = { bank_reference: reference(), account_version }
    expect(await sent(refund.id, said)).toMatchObject({ status: 409, body: { code: "cashless-payment.transfer_account_changed" } })
    expect((await ofShop(refund.id))!.state).toBe("waiting")
    expect((await sent(refund.id, { ...said, to_earlier_account: true })).body.money_back).toMatchObject({ state: "sent" })
  })

  test("named and said sent at once, the two never disagree", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { group, refund } = await canceledOrder()
      await name(group, refund.id)
      const { account_version } = (await ofShop(refund.id))!
      const [named, said] = await Promise.all([name(group, refund.id, { ...OWN, account_number: "777766665555" }), sent(refund.id, { bank_reference: reference(), account_version })])
      expect([named.status, said.status].sort()).toEqual([200, 409])
    }
  })

  test("what is not an account is refused field by field, in the reader's language, and changes nothing", async () => {
    const { group, refund } = await canceledOrder()
    const wrong = { bank_bin: "123456", account_number: "12", account_name: "4" }
    const { status, body } = await name(group, refund.id, wrong)
    expect(status).toBe(400)
    expect(body.fields).toEqual({ bank_bin: "Xin chọn ngân hàng.", account_number: expect.stringContaining("6 đến 19"), account_name: expect.any(String) })
    const english = await store<Refusal>(run, `/order-groups/${group.id}/refunds/${refund.id}/account`, { access_token: group.access_token, ...wrong }, { "accept-language": "en" })
    expect(english.body.fields!.bank_bin).toBe("Please choose the bank.")
    for (const account_number of ["", "<script>alert(1)</script>", "1'; drop table hand_transfer; --", "123456\u0000", "1".repeat(61), 123456, null]) {
      expect((await name(group, refund.id, { ...OWN, account_number })).status, String(account_number)).toBe(400)
    }
    for (const account_name of ["", " ", "A1", "x".repeat(101), "=cmd()"]) expect((await name(group, refund.id, { ...OWN, account_name })).status, account_name).toBe(400)
    expect((await name(group, refund.id, { ...OWN, amount_vnd: 1 })).status).toBe(400)
    expect((await ofShop(refund.id))!.to).toBeNull()
    for (const body of [{}, { bank_reference: "FT12" }, { bank_reference: "x", account_version: 0 }, { bank_reference: "FT123", account_version: -1 }]) {
      expect((await sent(refund.id, body)).status, JSON.stringify(body)).toBe(400)
    }
    expect(await sent(refund.id, { bank_reference: "FT123", account_version: 0 })).toMatchObject({ status: 409, body: { code: "cashless-payment.transfer_account_unknown" } })
  })

  test("only with the order's key, only refunds of this order, and for a shop only its own", async () => {
    const [mine, other] = [await canceledOrder(), await canceledOrder()]
    for (const key of ["", "0".repeat(64), other.group.access_token]) expect((await name(mine.group, mine.refund.id, OWN, key)).status).toBe(404)
    expect(await name(other.group, mine.refund.id)).toMatchObject({ status: 404, body: { code: "money_back.not_found" } })
    expect((await arrival(other.group, mine.refund.id, { arrived: true })).status).toBe(404)
    expect((await name(mine.group, "re_unknown")).status).toBe(404)
    await name(mine.group, mine.refund.id)
    const stranger = await openShop(run, { province_code: "19", commune_code: "05503" })
    expect((await stranger.call<{ money_back: MoneyBack[] }>("/money-back")).body.money_back).toEqual([])
    const said = { bank_reference: reference(), account_version: 1 }
    expect(await stranger.call(`/money-back/${mine.refund.id}/sent`, said)).toMatchObject({ status: 404, body: { code: "money_back.not_found" } })
    const body = JSON.stringify(said)
    for (const path of ["/money-back", "/money-back/count"]) expect((await fetch(`${run.backend}/seller${path}`)).status).toBe(401)
    expect((await fetch(`${run.backend}/seller/money-back/${mine.refund.id}/sent`, { method: "POST", headers: { "content-type": "application/json" }, body })).status).toBe(401)
    expect((await ofShop(mine.refund.id))!.state).toBe("waiting")
  })

  test("the operator sees who owes it, reminds, takes over and ends it; the shop has nothing to send and owes it to the house", async () => {
    // A shop of its own: what it owes is taken off its payouts.
    const shop = await openShop(run, { province_code: "19", commune_code: "05503" })
    const { group, refund, orderId } = await canceledOrder({}, { goods: await shop.sell({ stock: 5, price_vnd: 80_000, net_weight_grams: 300 }) })
    await name(group, refund.id)
    const onDesk = async () => (await lastHundred<{ id: string; sender: string; payment_word: string; reminded_at: string | null }>(run, "/cashless-payment/hand-transfers", "transfers")).find(({ id }) => id === refund.id)
    const desk = (what: string, body: object) => asOperator<Refusal>(run, `/cashless-payment/hand-transfers/${refund.id}/${what}`, body)
    expect(await onDesk()).toMatchObject({ sender: "payee", payment_word: "bank", reminded_at: null })
    expect((await desk("remind", {})).status).toBe(200)
    expect((await onDesk())!.reminded_at).not.toBeNull()
    expect(await desk("take-over", { note: "" })).toMatchObject({ status: 400 })
    expect((await desk("take-over", { note: "Gian hàng không trả lời" })).status).toBe(200)
    expect(await onDesk()).toMatchObject({ sender: "house" })
    expect((await shop.call<{ money_back: MoneyBack[] }>("/money-back")).body.money_back).toMatchObject([{ id: refund.id, to: null }])
    expect((await shop.call(`/money-back/${refund.id}/sent`, { bank_reference: reference(), account_version: 1 })).status).toBe(404)
    expect(await desk("done", { bank_reference: reference() })).toMatchObject({ status: 400, body: { code: "cashless-payment.sent_from_needed" } })
    expect((await desk("done", { bank_reference: reference(), sent_from: "house" })).status).toBe(200)
    const view = await store<{ order_group: Group }>(run, `/order-groups/${group.id}?access_token=${group.access_token}`)
    expect(refundOf(view)).toMatchObject({ state: "returned", transfer: { sender: "house", confirmed_by: "operator" } })
    const [journal] = await journalsOf(orderId, "refund_executed")
    expect(journal).toMatchObject({ key: `refund_executed:${refund.id}`, seller_id: shop.id, order_id: orderId })
    expect(journal!.entries.map(({ account, seller_id, amount_vnd }) => [account, seller_id, amount_vnd])).toEqual([["seller_receivable", shop.id, refund.amount_vnd], ["bank", null, -refund.amount_vnd]])
    expect((await shop.call<{ now: { receivable_vnd: number } }>(sinceFirstDay())).body.now.receivable_vnd).toBeGreaterThanOrEqual(refund.amount_vnd)
    // The shop had paid after all: another person agrees, and it owes nothing of it any more, once.
    const owed = async () => (await shop.call<{ now: { receivable_vnd: number } }>(sinceFirstDay())).body.now.receivable_vnd
    const before = await owed()
    const paid = { bank_reference: reference(), reason: "Gian hàng gửi sao kê", house_money: "not_sent" }
    const shopPaid = (body: object, id = journal!.id) => asOperator<Refusal & { id: string }>(run, `/ledger/journals/${id}/shop-paid`, body)
    for (const wrong of [{ bank_reference: "" }, { reason: "" }, { house_money: "spent" }, { amount_vnd: 1 }]) expect((await shopPaid({ ...paid, ...wrong })).status, JSON.stringify(wrong)).toBe(400)
    expect(await shopPaid(paid, "ljr_none")).toMatchObject({ status: 404, body: { code: "ledger.journal_not_found" } })
    const proposed = await shopPaid(paid)
    expect(proposed.status).toBe(201)
    expect(await shopPaid(paid)).toMatchObject({ status: 409, body: { code: "ledger.already_reversed" } })
    expect((await journalsOf(orderId, "refund_executed"))[0]).toMatchObject({ reversal: "proposed" })
    const approve = async (as: string) => (await fetch(`${run.backend}/admin/ledger/adjustments/${proposed.body.id}/approve`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${as}` }, body: JSON.stringify({ note: "Đã xem sao kê" }) })).status
    expect([await approve(await adminToken(run)), await approve(await anotherOperator(run)), await owed()]).toEqual([403, 200, before - refund.amount_vnd])
    expect((await journalsOf(orderId, "refund_executed"))[0]).toMatchObject({ reversal: "posted" })
    // The shop reads both on its statement.
    const { others } = (await shop.call<{ others: { what: string; amount_vnd: number }[] }>(sinceFirstDay())).body
    expect(others.map(({ what, amount_vnd }) => [what, amount_vnd])).toEqual([["taken_back", refund.amount_vnd], ["taken_over", -refund.amount_vnd]])
    for (const what of ["remind", "take-over"]) {
      const response = await fetch(`${run.backend}/admin/cashless-payment/hand-transfers/${refund.id}/${what}`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${await sellerToken(run)}` }, body: "{}" })
      expect(response.status).toBe(401)
    }
  })

  test("a refund that ended in the shop's stead a month before anybody looked at the books is booked all the same", async () => {
    const shop = await openShop(run, { province_code: "19", commune_code: "05503" })
    const { group, refund, orderId } = await canceledOrder({}, { goods: await shop.sell({ stock: 5, price_vnd: 80_000, net_weight_grams: 300 }) })
    await name(group, refund.id)
    expect((await asOperator(run, `/cashless-payment/hand-transfers/${refund.id}/take-over`, { note: "Gian hàng không trả lời" })).status).toBe(200)
    const database = await houseDatabase()
    try {
      const past = "now() - interval '30 days'"
      await database.query(`with settled as (update payment_refund set status = 'succeeded', settled_at = ${past}, updated_at = ${past} where id = $1)
        update hand_transfer set state = 'done', sent_from = 'house', confirmed_by = 'operator', finished_at = ${past}, updated_at = ${past} where refund_id = $1`, [refund.id])
      // As after an outage: the books were whole 31 days ago. Said again, because a sweep that is just running moves the mark on.
      for (const deadline = Date.now() + 140_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 1_000))) {
        await database.query("update books_mark set whole_until = now() - interval '31 days'")
        if ((await journalsOf(orderId, "refund_executed", 0)).length > 0) break
      }
    } finally {
      await database.end()
    }
    expect(await journalsOf(orderId, "refund_executed", 0)).toMatchObject([{ key: `refund_executed:${refund.id}`, seller_id: shop.id }])
  }, 180_000)

  test("what only the shop said to have come is taken over only with a written check", async () => {
    const { refund, orderId } = await canceledOrder({}, { pay: (id, missing) => asSeller(run, `/orders/${id}/money-received`, { amount_vnd: missing, bank_reference: reference() }) })
    const headers = { authorization: `Bearer ${await adminToken(run)}` }
    const listed = await lastHundred<{ id: string; payment_word: string }>(run, "/cashless-payment/hand-transfers", "transfers")
    expect(listed.find(({ id }) => id === refund.id)).toMatchObject({ payment_word: "hand" })
    const takeOver = (body: object, language = "vi") =>
      fetch(`${run.backend}/admin/cashless-payment/hand-transfers/${refund.id}/take-over`, { method: "POST", headers: { ...headers, "content-type": "application/json", "accept-language": language }, body: JSON.stringify({ note: "Gian hàng không trả lời", ...body }) })
    const refused = await takeOver({})
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: "cashless-payment.take_over_unchecked", message: expect.stringContaining("Chỉ gian hàng") as string }])
    expect(await (await takeOver({}, "en")).json()).toMatchObject({ message: expect.stringContaining("Only the shop") as string })
    expect((await takeOver({ checked: "ok" })).status).toBe(400)
    expect((await takeOver({ checked: "Đã xem biên lai của người mua" })).status).toBe(200)
    expect(await journalsOf(orderId, "refund_executed", 0)).toEqual([])
  })

  test.each(["sepay", "casso"])("%s tells of the money leaving the shop's account: it is done without anybody saying so", async (aggregators) => {
    const { group, refund, shopAccount } = await canceledOrder()
    await name(group, refund.id)
    const { qr_payload: payload } = (await ofShop(refund.id))!.to!
    expect((await transfer(run, { payload, leaves: shopAccount, aggregators, amount_vnd: refund.amount_vnd - 1 })).deliveries[0]).toMatchObject({ body: { reason: "outgoing" } })
    expect((await transfer(run, { payload, leaves: shopAccount, aggregators })).deliveries[0]).toMatchObject({ body: { outcome: "ignored", reason: "returned" } })
    const view = await store<{ order_group: Group }>(run, `/order-groups/${group.id}?access_token=${group.access_token}`)
    expect(refundOf(view)).toMatchObject({ state: "returned", transfer: { state: "done", confirmed_by: "bank", bank_reference: expect.stringMatching(/^FT/) } })
  })

  test("the books know it once, whatever is said of it", async () => {
    const { group, orderId, refund } = await canceledOrder()
    await name(group, refund.id)
    await sent(refund.id, { bank_reference: reference(), account_version: 1 })
    await arrival(group, refund.id, { arrived: true })
    expect(await journalsOf(orderId, "direct_refund")).toHaveLength(1)
  })
})

describe("a partly paid order", () => {
  test("is offered only the rail its money came by, and the others say why", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const waiting = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
    const rails = async () => (await store<{ rails: { rail: string; open: boolean; reason: string | null }[] }>(run, `/order-groups/${group.id}/rails?access_token=${group.access_token}`)).body.rails
    expect((await rails()).filter(({ open }) => open).map(({ rail }) => rail)).toContain("vnpay")
    await transfer(run, { payload: waiting.orders[0]!.payment.vietqr!.payload, amount_vnd: 10_000 })
    await untilGroup(run, group, ({ orders }) => orders[0]!.payment.amount_received_vnd === 10_000)
    const after = await rails()
    expect(after.filter(({ open }) => open).map(({ rail }) => rail)).toEqual(["vietqr"])
    expect(after.find(({ rail }) => rail === "vnpay")!.reason).toContain("một phần tiền")
    expect(await act(run, group, "rail", { rail: "vnpay" })).toMatchObject({ status: 409, body: { code: "seller_order.partly_paid" } })
  })
})

describe("a QR that a cancelled line has just replaced", () => {
  test("pays the order all the same, and what is too much goes back the same way", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 2 }]))
    const waiting = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
    const order = waiting.orders[0]!
    const line = (order.items[0] as unknown as { id: string }).id
    expect((await asSeller(run, `/orders/${order.id}/cancel-items`, { lines: [{ id: line, quantity: 1 }], reason: "out_of_stock" })).status).toBe(200)
    const renewed = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]!.payment.vietqr) && orders[0]!.payment.amount_vnd < order.payment.amount_vnd)
    expect((await transfer(run, { payload: order.payment.vietqr!.payload })).deliveries[0]).toMatchObject({ body: { outcome: "matched", reason: "over" } })
    const paid = (await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")) as unknown as Group
    expect(paid.orders[0]!.refunds).toMatchObject([{ amount_vnd: order.payment.amount_vnd - renewed.orders[0]!.payment.amount_vnd, state: "by_hand", transfer: { sender: "shop" } }])
  })
})

describe("a QR that was paid after the order went over to cash and was cancelled", () => {
  test("is sent back by the desk, and the buyer finds it on the order's page and names the account", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const waiting = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
    const { payload, amount_vnd } = waiting.orders[0]!.payment.vietqr!
    expect((await act(run, group, "rail", { rail: "cod" })).status).toBe(200)
    expect((await act(run, group, "cancel", {})).status).toBe(200)
    const reference_code = `FTLATE${randomInt(1_000_000_000)}`
    expect((await transfer(run, { payload, reference_code })).deliveries[0]).toMatchObject({ body: { outcome: "unmatched", reason: "late" } })
    const desk = await lastHundred<{ id: string; reference_code: string | null }>(run, "/cashless-payment/unmatched", "transactions", { reason: "late" })
    const late = desk.find((transaction) => transaction.reference_code === reference_code)!
    expect((await asOperator<Refusal>(run, `/cashless-payment/unmatched/${late.id}/return`, { note: "Trả lại người mua" })).status).toBe(200)
    const view = await store<{ order_group: Group }>(run, `/order-groups/${group.id}?access_token=${group.access_token}`)
    const refund = refundOf(view)
    expect(refund).toMatchObject({ amount_vnd, state: "by_hand", transfer: { state: "waiting", sender: "shop" } })
    expect(refundOf(await name(group, refund.id))).toMatchObject({ transfer: { account_by: "receiver" } })
  })
})
