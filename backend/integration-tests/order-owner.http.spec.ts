import { beforeAll, describe, expect, test } from "vitest"
import { asBuyer, claimByPhone, groupsOf, logInBuyer, messagesTo, newPhone } from "./support/buyers"
import { address, cartWith, fetchGroup, place, placed, store, transfer, untilGroup, type Placed, type TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act } from "./support/order-life"
import { adminToken, readRun, type Run } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

/** Whose order it is: who ordered it, never who receives the parcel. */
type Preview = { buyer: { name: string | null; phone: string } | null; address: { phone: string } | null; code?: string; fields?: Record<string, string> }
type Gift = { cart: string; group: Placed; orderId: string; mine: string; theirs: string }
type ShopOrder = { order: { buyer: { name: string; phone: string | null }; ordered_by: { name: string | null; phone: string } | null } }

let run: Run
let shop: TestShop
let goods: TestListing

beforeAll(async () => {
  run = readRun()
  shop = await openShop(run, { province_code: "19", commune_code: "05503" })
  goods = await shop.sell({ stock: 500, net_weight_grams: 200, price_vnd: 80_000 })
}, 120_000)

const e164 = (phone: string) => `+84${phone.slice(1)}`
const deliver = async (cart: string, change: object) => store<Preview>(run, `/carts/${cart}/delivery`, { ...(await address(run)), ...change })
const newCart = () => cartWith(run, [{ listing: goods, quantity: 1 }])

/** A guest orders something for somebody else. */
async function gift(): Promise<Gift> {
  const [cart, mine, theirs] = [await newCart(), newPhone(), newPhone()]
  expect((await deliver(cart, { name: "Mai", phone: theirs, buyer: { name: "Lan", phone: mine } })).status).toBe(200)
  const group = await placed(run, cart)
  return { cart, group, orderId: (await fetchGroup(run, group)).orders[0]!.id, mine, theirs }
}

async function pay(group: Placed): Promise<void> {
  const [order] = (await fetchGroup(run, group)).orders
  await transfer(run, { payload: order!.payment.vietqr!.payload })
  await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")
}

async function untilMessage(phone: string, words: string): Promise<void> {
  for (const deadline = Date.now() + 150_000; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    if ((await messagesTo(run, phone)).some(({ text }) => text.includes(words))) return
    if (Date.now() > deadline) throw new Error(`No message with “${words}” reached ${phone}.`)
  }
}

describe("a parcel for somebody else", () => {
  test("who receives it and proves that phone gets nothing of the order; who ordered it gets all of it", async () => {
    const { group, orderId, mine, theirs } = await gift()
    await pay(group)
    const recipient = await logInBuyer(run, theirs)
    expect(await claimByPhone(run, recipient.token)).toBe(0)
    expect(await groupsOf(run, recipient.token)).toMatchObject({ count: 0, order_groups: [] })
    expect(await asBuyer(run, `/buyer/order-groups/${group.id}`, recipient.token)).toMatchObject({ status: 404 })
    const given = { access_token: "theirs", bank_bin: "970436", account_number: "00112233", account_name: "MAI" }
    expect(await store(run, `/order-groups/${group.id}/cancel`, { access_token: "theirs", order_id: orderId })).toMatchObject({ status: 404 })
    expect(await store(run, `/order-groups/${group.id}/refunds/re_1/account`, given)).toMatchObject({ status: 404 })

    const buyer = await logInBuyer(run, mine)
    expect(await claimByPhone(run, buyer.token)).toBe(1)
    const opened = await asBuyer<{ access_token: string }>(run, `/buyer/order-groups/${group.id}`, buyer.token)
    const canceled = await act(run, { id: group.id, access_token: opened.body.access_token }, "cancel", { order_id: orderId })
    expect(canceled.status).toBe(200)
    const [refund] = canceled.body.order_group.orders[0]!.refunds
    const account = { access_token: opened.body.access_token, bank_bin: "970436", account_number: "0011223344", account_name: "TRAN THI LAN" }
    expect((await store(run, `/order-groups/${group.id}/refunds/${refund!.id}/account`, account)).status).toBe(200)
    expect(await claimByPhone(run, recipient.token)).toBe(0)
  }, 240_000)

  test("messages go to who ordered it, and not one to who receives it", async () => {
    const { group, orderId, mine, theirs } = await gift()
    await pay(group)
    expect((await shop.call(`/orders/${orderId}/cancel`, { reason: "out_of_stock" })).status).toBe(200)
    await untilMessage(mine, "đã bị huỷ")
    await untilMessage(mine, "ghi tài khoản")
    expect(await messagesTo(run, theirs)).toEqual([])
  }, 400_000)

  test("the shop reads whom to send to and, once it may, whom to ask; the buyer's page tells no phone of the buyer", async () => {
    const { group, orderId, mine, theirs } = await gift()
    const before = await shop.call<ShopOrder>(`/orders/${orderId}`)
    expect(before.body.order).toMatchObject({ buyer: { name: "Mai", phone: null }, ordered_by: null })
    await pay(group)
    const { order } = (await shop.call<ShopOrder>(`/orders/${orderId}`)).body
    expect(order).toMatchObject({ buyer: { name: "Mai", phone: e164(theirs) }, ordered_by: { name: "Lan", phone: e164(mine) } })
    const page = await fetchGroup(run, group)
    expect(page).toMatchObject({ buyer_receives: false, address: { phone: e164(theirs) } })
    expect(JSON.stringify(page)).not.toContain(mine.slice(1))

    const admin = await fetch(`${run.backend}/admin/orders/${orderId}?fields=shipping_address.phone,billing_address.phone,billing_address.first_name`, { headers: { authorization: `Bearer ${await adminToken(run)}` } })
    expect(await admin.json()).toMatchObject({ order: { shipping_address: { phone: e164(theirs) }, billing_address: { phone: e164(mine), first_name: "Lan" } } })
  })

  test("whose order it is can't be changed afterwards by who knows the cart", async () => {
    const { cart, group, mine } = await gift()
    const thief = newPhone()
    const named = { name: "Trộm", phone: thief }
    expect(await deliver(cart, { buyer: named })).toMatchObject({ status: 409, body: { code: "checkout.cart_completed" } })
    await store(run, `/carts/${cart}`, { metadata: { buyer: named }, shipping_address: { first_name: "Trộm", phone: thief } })
    expect(await place(run, cart)).toMatchObject({ status: 200, body: { order_group: { id: group.id } } })
    expect(await claimByPhone(run, (await logInBuyer(run, thief)).token)).toBe(0)
    expect(await claimByPhone(run, (await logInBuyer(run, mine)).token)).toBe(1)
  })
})

describe("whose order a cart becomes", () => {
  test("who receives it, when nobody else is named", async () => {
    const [cart, mine] = [await newCart(), newPhone()]
    expect((await deliver(cart, { name: "Lan", phone: mine })).body.buyer).toEqual({ name: "Lan", phone: e164(mine) })
    const group = await placed(run, cart)
    expect(await fetchGroup(run, group)).toMatchObject({ buyer_receives: true })
    expect(await claimByPhone(run, (await logInBuyer(run, mine)).token)).toBe(1)
  })

  test("named once and taken back again, or said otherwise, the last word counts", async () => {
    const [cart, mine, theirs] = [await newCart(), newPhone(), newPhone()]
    expect((await deliver(cart, { phone: theirs, buyer: { phone: newPhone() } })).body.buyer).toMatchObject({ name: null })
    expect((await deliver(cart, { phone: theirs, buyer: null })).body).toMatchObject({ buyer: null, address: { phone: e164(theirs) } })
    expect(await place(run, cart)).toMatchObject({ status: 409, body: { code: "checkout.no_buyer", message: expect.stringContaining("số điện thoại") } })
    expect((await deliver(cart, { phone: theirs, buyer: { name: "Lan", phone: mine } })).body.buyer).toEqual({ name: "Lan", phone: e164(mine) })
    await placed(run, cart)
    expect(await claimByPhone(run, (await logInBuyer(run, theirs)).token)).toBe(0)
    expect(await claimByPhone(run, (await logInBuyer(run, mine)).token)).toBe(1)
  })

  test.each([
    [{ phone: "12" }, ["buyer.phone"]],
    [{ name: "Lan" }, ["buyer.phone"]],
    [{ name: "7", phone: "0912345678" }, ["buyer.name"]],
    [{ name: "L".repeat(121), phone: "0912345678" }, ["buyer.name"]],
    [{ phone: "0912345678", admin: true }, ["buyer.admin"]],
    ["0912345678", ["buyer"]],
    [[], ["buyer"]],
  ])("a buyer %j is refused in words, at its field", async (buyer, fields) => {
    const { status, body } = await deliver(await newCart(), { buyer })
    expect([status, Object.keys(body.fields ?? {}).sort()]).toEqual([400, fields])
  })

  test("what Medusa's own cart route was given instead is read as strictly, and never falls back on the recipient", async () => {
    const cart = await newCart()
    expect((await deliver(cart, { buyer: { phone: newPhone() } })).status).toBe(200)
    for (const buyer of ["", null, { phone: "12" }, { name: "L".repeat(500), phone: "0912345678" }, { phone: { $ne: "" } }]) {
      expect((await store(run, `/carts/${cart}`, { metadata: { buyer } })).status).toBe(200)
      expect(await place(run, cart), JSON.stringify(buyer)).toMatchObject({ status: 409, body: { code: "checkout.no_buyer" } })
    }
  })

  test("an account's cart is its account's, whoever is named and receives", async () => {
    const [lan, other, theirs] = [await logInBuyer(run), newPhone(), newPhone()]
    const cart = await newCart()
    expect((await asBuyer(run, `/buyer/carts/${cart}`, lan.token, {})).status).toBe(200)
    expect((await deliver(cart, { phone: theirs, buyer: { name: "Khác", phone: other } })).body.buyer).toEqual({ name: null, phone: e164(lan.phone) })
    const group = await placed(run, cart)
    expect((await groupsOf(run, lan.token)).order_groups.map(({ id }) => id)).toEqual([group.id])
    for (const phone of [other, theirs]) expect(await claimByPhone(run, (await logInBuyer(run, phone)).token)).toBe(0)
    await pay(group)
    const [order] = (await fetchGroup(run, group)).orders
    expect((await shop.call<ShopOrder>(`/orders/${order!.id}`)).body.order.ordered_by).toEqual({ name: null, phone: e164(lan.phone) })
  })
})

describe("who has it by its key", () => {
  test("is told of it from then on, and the number that was typed has it no more", async () => {
    const { group, orderId, mine } = await gift()
    const lan = await logInBuyer(run)
    expect((await asBuyer(run, `/buyer/order-groups/${group.id}/claim`, lan.token, { access_token: group.access_token })).status).toBe(200)
    expect(await claimByPhone(run, (await logInBuyer(run, mine)).token)).toBe(0)
    await pay(group)
    expect((await shop.call<ShopOrder>(`/orders/${orderId}`)).body.order.ordered_by).toEqual({ name: null, phone: e164(lan.phone) })
  })
})

describe("a checkout of before, when one phone was asked for", () => {
  test("is the delivery's, as it was", async () => {
    const { group, orderId, mine, theirs } = await gift()
    const client = await houseDatabase()
    try {
      await client.query("update order_group set buyer_name = null, buyer_phone = null where id = $1", [group.id])
    } finally {
      await client.end()
    }
    await pay(group)
    expect((await shop.call<ShopOrder>(`/orders/${orderId}`)).body.order).toMatchObject({ buyer: { phone: e164(theirs) }, ordered_by: null })
    expect(await fetchGroup(run, group)).toMatchObject({ buyer_receives: true })
    expect(await claimByPhone(run, (await logInBuyer(run, mine)).token)).toBe(0)
    const recipient = await logInBuyer(run, theirs)
    expect(await claimByPhone(run, recipient.token)).toBe(1)
    expect(await claimByPhone(run, recipient.token)).toBe(0)
    expect((await shop.call(`/orders/${orderId}/cancel`, { reason: "out_of_stock" })).status).toBe(200)
    await untilMessage(theirs, "đã bị huỷ")
  }, 240_000)
})
