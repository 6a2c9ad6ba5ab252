import { describe, expect, test } from "vitest"
import { address, asOperator, asSeller, fetchGroup, fetchListing, place, placed, readyCart, store, twoShops, type Placed } from "./support/checkout"
import { act, asOrderOf, type LifeOrder } from "./support/order-life"
import { adminToken, readRun } from "./support/people"

type Rails = { rails: { rail: string; open: boolean; reason: string | null }[] }

const run = readRun()
const { mine, theirs } = await twoShops(run)

const stock = async () => (await fetchListing(run, mine.handle)).available_quantity
const cashOf = async (cart: string, headers = {}) => (await store<Rails>(run, `/carts/${cart}/rails`, undefined, headers)).body.rails.find(({ rail }) => rail === "cod")!
const orderOf = async (group: Placed): Promise<LifeOrder> => asOrderOf(await fetchGroup(run, group), mine.seller.id)
const seller = (order: { id: string }, what: string, body: unknown = {}) => asSeller<{ order: LifeOrder; code?: string }>(run, `/orders/${order.id}/${what}`, body)

async function cashOrder(quantity = 1): Promise<{ group: Placed; order: LifeOrder }> {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity }]), "cod")
  return { group, order: await orderOf(group) }
}

describe("cash at the door", () => {
  test("placed: stock is held, no QR, nothing received, and the shop sees whom to call only once it said yes", async () => {
    const before = await stock()
    const { group, order } = await cashOrder(2)
    expect(order).toMatchObject({ state: "to_confirm", payment: { rail: "cod", state: "pending", amount_received_vnd: 0, vietqr: null, confirmed_at: null } })
    expect(Date.parse(order.payment.expires_at)).toBeGreaterThan(Date.now() + 86_400_000)
    expect(await stock()).toBe(before - 2)
    // To decide whether it can carry it there the shop reads the commune and how far that is, and no more.
    const asked = await asSeller<{ order: { buyer: object } }>(run, `/orders/${order.id}`)
    const { body } = await store<{ order_group: { address: Record<string, string> } }>(run, `/order-groups/${group.id}?access_token=${group.access_token}`)
    const { commune_name, province_name } = body.order_group.address
    expect(asked.body.order.buyer).toEqual({ name: expect.any(String), phone: null, address_lines: [], area: { commune_name, province_name, zone: "nationwide" } })
    const confirmed = await seller(order, "confirm")
    expect(confirmed).toMatchObject({ status: 200, body: { order: { state: "to_ship", buyer: { phone: expect.any(String), area: null } } } })
    expect((await seller(order, "confirm")).body.order.payment.confirmed_at).toBe(confirmed.body.order.payment.confirmed_at)
  })

  test("shipped, then the cash is taken: paid and delivered, once", async () => {
    const { group, order } = await cashOrder()
    expect(await seller(order, "cash-collected")).toMatchObject({ status: 409, body: { code: "seller_order.not_shipped" } })
    expect((await seller(order, "ship")).status).toBe(200)
    expect(await orderOf(group)).toMatchObject({ state: "shipped", payment: { state: "pending" } })
    const answers = await Promise.all([1, 2, 3].map(() => seller(order, "cash-collected")))
    for (const answer of answers) expect(answer.status).toBe(200)
    const after = await fetchGroup(run, group)
    expect(after).toMatchObject({ paid_vnd: order.total_vnd })
    expect(asOrderOf(after, mine.seller.id)).toMatchObject({ state: "delivered", payment: { state: "paid", amount_received_vnd: order.total_vnd } })
    expect(await seller(order, "refused-at-door")).toMatchObject({ status: 409, body: { code: "seller_order.closed" } })
  })

  test("not taken at the door: cancelled, and the goods are back on the shelf, once", async () => {
    const before = await stock()
    const { group, order } = await cashOrder(2)
    await seller(order, "ship")
    expect(await stock()).toBe(before - 2)
    const answers = await Promise.all([1, 2].map(() => seller(order, "refused-at-door")))
    for (const answer of answers) expect(answer.status).toBe(200)
    expect(await orderOf(group)).toMatchObject({ state: "canceled", cancellation: { by: "seller", reason: "refused_at_door" }, refunds: [] })
    expect(await stock()).toBe(before)
    expect(await seller(order, "cash-collected")).toMatchObject({ status: 409 })
  })

  test("taken and refused at the same moment: one of them", async () => {
    const { group, order } = await cashOrder()
    await seller(order, "ship")
    const answers = await Promise.all([seller(order, "cash-collected"), seller(order, "refused-at-door")])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(["delivered", "canceled"]).toContain((await orderOf(group)).state)
  })

  test("the buyer may take it back until it is shipped", async () => {
    const before = await stock()
    const { group, order } = await cashOrder()
    expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(200)
    expect(await stock()).toBe(before)
    expect(await seller(order, "ship")).toMatchObject({ status: 409, body: { code: "seller_order.closed" } })
  })

  test("a part is taken out: the courier asks for less", async () => {
    const { group, order } = await cashOrder(2)
    const less = await seller(order, "cancel-items", { lines: [{ id: order.items[0]!.id, quantity: 1 }], reason: "out_of_stock" })
    expect(less).toMatchObject({ status: 200, body: { order: { payment: { amount_vnd: order.total_vnd - 120_000 }, state: "to_confirm" } } })
    await seller(order, "ship")
    await seller(order, "cash-collected")
    expect(await orderOf(group)).toMatchObject({ state: "delivered", payment: { amount_received_vnd: order.total_vnd - 120_000 } })
  })

  test("a part is taken out after the shop said yes: its yes still stands", async () => {
    const { order } = await cashOrder(2)
    const { confirmed_at } = (await seller(order, "confirm")).body.order.payment
    const less = await seller(order, "cancel-items", { lines: [{ id: order.items[0]!.id, quantity: 1 }], reason: "out_of_stock" })
    expect(less).toMatchObject({ status: 200, body: { order: { payment: { amount_vnd: order.total_vnd - 120_000, confirmed_at }, state: "to_ship" } } })
  })

  test("money of another rail is not cash, and other people's orders are not the shop's", async () => {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }]))
    const order = await orderOf(group)
    expect(await seller(order, "cash-collected")).toMatchObject({ status: 409, body: { code: "seller_order.not_cash" } })
    expect(await seller(order, "confirm")).toMatchObject({ status: 409, body: { code: "seller_order.not_cash" } })
  })
})

describe("where it is offered", () => {
  const decide = (body: Record<string, unknown>) => asOperator<{ rule: { id: string } }>(run, "/cod-rules", { reason: "Thử nghiệm tự động", ...body })

  test("a shop opts out: its goods, and a basket with them, are not paid in cash, and the buyer reads why", async () => {
    const both = await readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }])
    const others = await readyCart(run, [{ listing: theirs, quantity: 1 }])
    expect(await cashOf(both)).toMatchObject({ open: true, reason: null })
    try {
      expect(await asSeller(run, "/cash-on-delivery", { enabled: false })).toMatchObject({ status: 200, body: { cash_on_delivery: { chosen: false } } })
      expect(await cashOf(both)).toMatchObject({ open: false, reason: expect.stringContaining(mine.seller.name) })
      expect(await cashOf(both, { "accept-language": "en" })).toMatchObject({ reason: expect.stringContaining("does not take cash") })
      expect(await cashOf(others)).toMatchObject({ open: true })
      expect(await place(run, both, "cod")).toMatchObject({ status: 409, body: { code: "checkout.cod_refused" } })
    } finally {
      await asSeller(run, "/cash-on-delivery", { enabled: true })
    }
    expect((await place(run, both, "cod")).status).toBe(201)
  })

  test("the operator's switches: a shop, a shop with a limit, a province, and each is written down", async () => {
    const cart = await readyCart(run, [{ listing: mine, quantity: 2 }])
    const province = (await address(run)).province_code
    try {
      expect((await decide({ scope: "seller", scope_id: mine.seller.id, enabled: true, max_amount_vnd: 100_000 })).status).toBe(201)
      expect(await cashOf(cart)).toMatchObject({ open: false, reason: expect.stringContaining("100.000") })
      await decide({ scope: "seller", scope_id: mine.seller.id, enabled: true, max_amount_vnd: null })
      expect(await cashOf(cart)).toMatchObject({ open: true })
      await decide({ scope: "seller", scope_id: mine.seller.id, enabled: false, effective_from: new Date(Date.now() + 86_400_000).toISOString() })
      expect(await cashOf(cart)).toMatchObject({ open: true })
      await decide({ scope: "seller", scope_id: mine.seller.id, enabled: false })
      expect(await cashOf(cart)).toMatchObject({ open: false, reason: expect.any(String) })
      expect(await place(run, cart, "cod")).toMatchObject({ status: 409, body: { code: "checkout.cod_refused" } })
    } finally {
      await decide({ scope: "seller", scope_id: mine.seller.id, enabled: true })
    }
    try {
      expect(await cashOf(cart)).toMatchObject({ open: true })
      expect((await decide({ scope: "province", scope_id: province, enabled: false, reason: "Ngập lụt" })).status).toBe(201)
      expect(await cashOf(cart)).toMatchObject({ open: false, reason: expect.any(String) })
      await decide({ scope: "province", scope_id: province === "01" ? "79" : "01", enabled: false })
    } finally {
      for (const scope_id of [province, province === "01" ? "79" : "01"]) await decide({ scope: "province", scope_id, enabled: true })
    }
    expect(await cashOf(cart)).toMatchObject({ open: true })
    const written = await fetch(`${run.backend}/admin/cod-rules?limit=10`, { headers: { authorization: `Bearer ${await adminToken(run)}` } })
    const { rules } = (await written.json()) as { rules: { scope: string; scope_id: string; enabled: boolean; reason: string }[] }
    expect(rules.filter(({ scope, scope_id }) => scope === "province" && scope_id === province).slice(0, 2)).toMatchObject([{ enabled: true }, { enabled: false, reason: "Ngập lụt" }])
    expect(await decide({ scope: "province", scope_id: "00", enabled: false })).toMatchObject({ status: 400, body: { fields: { scope_id: expect.any(String) } } })
    expect(await decide({ scope: "seller", scope_id: "sel_none", enabled: false })).toMatchObject({ status: 400 })
    expect(await decide({ scope: "everywhere", scope_id: province, enabled: false })).toMatchObject({ status: 400 })
    expect(await decide({ scope: "everywhere", scope_id: "", enabled: false, reason: "" })).toMatchObject({ status: 400 })
  })
})
