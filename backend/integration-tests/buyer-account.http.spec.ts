import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { asBuyer, codeFor, groupsOf, logInBuyer, newPhone, type BuyerAccount as Buyer, type BuyerGroup as Group } from "./support/buyers"
import { address, cartWith, fetchGroup, place, placed, readyCart, store, type Placed, type TestListing } from "./support/checkout"
import { readRun, type Run } from "./support/people"
import { openShop } from "./support/shops"

let run: Run
let goods: TestListing
const call = <T>(path: string, token: string | null, body?: unknown) => asBuyer<T>(run, path, token, body)
const logIn = (phone?: string) => logInBuyer(run, phone)
const ordersOf = (token: string) => groupsOf(run, token)

/** A guest's order; `phone` is whom the parcel is for. */
async function guestOrder(phone: string, email?: string): Promise<Placed> {
  const cart = await cartWith(run, [{ listing: goods, quantity: 1 }])
  expect((await store(run, `/carts/${cart}/delivery`, { ...(await address(run)), phone, ...(email && { email }) })).status).toBe(200)
  return placed(run, cart)
}

beforeAll(async () => {
  run = readRun()
  goods = await (await openShop(run, { province_code: "19", commune_code: "05503" })).sell({ stock: 500, net_weight_grams: 200, price_vnd: 80_000 })
})

describe("logging in", () => {
  test("the first code opens the account, the next one finds it again", async () => {
    const first = await logIn()
    expect(first.buyer).toMatchObject({ phone: `+84${first.phone.slice(1)}`, name: null, addresses: [] })
    const named = await call<{ buyer: Buyer }>("/buyer/me", first.token, { name: "Trần Thị Lan" })
    expect(named.body.buyer.name).toBe("Trần Thị Lan")
    const again = await logIn(first.phone)
    expect(again.buyer).toMatchObject({ id: first.buyer.id, name: "Trần Thị Lan" })
  })

  test("a wrong code, another door's code and a second use open nothing; codes are limited as the shops' are", async () => {
    const phone = newPhone()
    const code = await codeFor(run, phone)
    const wrong = code === "000000" ? "000001" : "000000"
    expect(await call("/buyer/auth/session", null, { phone, code: wrong })).toMatchObject({ status: 401, body: { code: "phone_login.wrong_code" } })
    expect((await call("/seller/auth/session", null, { phone, code })).status).toBe(401)
    expect(await call("/buyer/auth/code", null, { phone })).toMatchObject({ status: 429, body: { code: "phone_login.too_many_codes", retry_after_seconds: expect.any(Number) } })
    expect((await call("/buyer/auth/session", null, { phone, code })).status).toBe(200)
    expect((await call("/buyer/auth/session", null, { phone, code })).status).toBe(401)
    expect(await call("/buyer/auth/code", null, { phone: "12" })).toMatchObject({ status: 400, body: { fields: { phone: expect.any(String) } } })
  })

  test("nothing of /buyer answers without a buyer's token, nor with a shop's", async () => {
    const { sellerToken } = await import("./support/people")
    for (const token of [null, "x.y.z", await sellerToken(run)]) {
      for (const [path, body] of [["/buyer/me"], ["/buyer/order-groups"], ["/buyer/order-groups/ogr_x"], ["/buyer/addresses", {}], ["/buyer/order-groups/claim-by-phone", {}], ["/buyer/carts/cart_x", {}]] as const) {
        expect(await call(path, token, body), path).toMatchObject({ status: 401, body: { code: "buyer.login_needed" } })
      }
    }
  })

  test("nobody opens an account for an e-mail, and gets with it what guests order who type that e-mail", async () => {
    const login = { email: `khach${randomInt(1_000_000_000)}@example.com`, password: "mat-khau-thu-nghiem" }
    for (const path of ["/auth/customer/emailpass/register", "/auth/customer/emailpass", "/Auth/Customer/emailpass/register/", "/store/customers"]) {
      expect(await call(path, null, login), path).toMatchObject({ status: 410, body: { code: "buyer.route_closed" } })
    }
  })
})

describe("orders", () => {
  test("what is ordered from an attached cart is in the list of its buyer and of nobody else", async () => {
    const [lan, mai] = [await logIn(), await logIn()]
    const cart = await readyCart(run, [{ listing: goods, quantity: 2 }])
    expect(await call(`/buyer/carts/${cart}`, lan.token, {})).toMatchObject({ status: 200, body: { cart_id: cart } })
    expect(await call(`/buyer/carts/${cart}`, mai.token, {})).toMatchObject({ status: 409, body: { code: "buyer.cart_of_another" } })
    expect(await call(`/store/carts/${cart}/customer`, mai.token, {})).toMatchObject({ status: 410, body: { code: "buyer.route_closed" } })
    const group = await placed(run, cart)
    const own = await ordersOf(lan.token)
    expect(own).toMatchObject({ count: 1, order_groups: [{ id: group.id, total_vnd: (await fetchGroup(run, group)).total_vnd }] })
    expect(await ordersOf(mai.token)).toMatchObject({ count: 0, order_groups: [] })

    const opened = await call<{ order_group: Group; access_token: string }>(`/buyer/order-groups/${group.id}`, lan.token)
    expect(opened).toMatchObject({ status: 200, body: { access_token: group.access_token, order_group: { id: group.id } } })
    expect(await call(`/buyer/order-groups/${group.id}`, mai.token)).toMatchObject({ status: 404, body: { code: "order_group.not_found" } })
    expect(await call(`/buyer/carts/${cart}`, lan.token, {})).toMatchObject({ status: 409, body: { code: "checkout.cart_completed" } })
    expect(await place(run, cart)).toMatchObject({ status: 200 })
  })

  test("a guest's order joins the account of who holds its key, once; a wrong key is a 404", async () => {
    const [lan, mai] = [await logIn(), await logIn()]
    const group = await guestOrder(newPhone(), `guest${randomInt(1_000_000_000)}@example.com`)
    const claim = (token: string, access_token: string) => call(`/buyer/order-groups/${group.id}/claim`, token, { access_token })
    expect((await claim(lan.token, "wrong")).status).toBe(404)
    expect((await ordersOf(lan.token)).count).toBe(0)
    const answers = await Promise.all([claim(lan.token, group.access_token), claim(mai.token, group.access_token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]!.status === 200 ? lan : mai
    expect((await ordersOf(winner.token)).order_groups.map(({ id }) => id)).toEqual([group.id])
    expect((await claim(winner.token, group.access_token)).status).toBe(200)
    expect((await ordersOf((winner === lan ? mai : lan).token)).count).toBe(0)
  })

  test("orders delivered to the proven phone are found by it, in the shape guests write it, and nobody else's", async () => {
    const phone = newPhone()
    const mine = [await guestOrder(phone), await guestOrder(`+84 ${phone.slice(1)}`)]
    await guestOrder(newPhone())
    const lan = await logIn(phone)
    expect(await call("/buyer/order-groups/claim-by-phone", lan.token, {})).toMatchObject({ status: 200, body: { claimed: 2 } })
    expect((await ordersOf(lan.token)).order_groups.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort())
    expect(await call("/buyer/order-groups/claim-by-phone", lan.token, {})).toMatchObject({ body: { claimed: 0 } })
    // The list is cut into pages, newest first.
    const page = await call<{ order_groups: Group[]; count: number }>("/buyer/order-groups?limit=1&offset=1", lan.token)
    expect(page.body).toMatchObject({ count: 2, order_groups: [{ id: mine[0]!.id }] })
    expect((await call("/buyer/order-groups?limit=0", lan.token)).status).toBe(400)
  })
})

describe("addresses", () => {
  test("are kept once, in today's places, and are the buyer's own", async () => {
    const [lan, mai] = [await logIn(), await logIn()]
    const where = await address(run)
    const save = (token: string, change: object = {}) => call<{ buyer: Buyer }>("/buyer/addresses", token, { ...where, ...change })
    await Promise.all([save(lan.token), save(lan.token)])
    const { body } = await save(lan.token, { street: "Số 2, ngõ 3" })
    expect(body.buyer.addresses.map(({ street }) => street)).toEqual(["Số 2, ngõ 3", where.street])
    expect(await save(lan.token, { commune_code: "99999" })).toMatchObject({ status: 400, body: { code: "checkout.unknown_commune" } })

    const [first] = body.buyer.addresses
    expect(await call(`/buyer/addresses/${first!.id}/remove`, mai.token, {})).toMatchObject({ status: 404, body: { code: "buyer.address_not_found" } })
    expect((await call<{ buyer: Buyer }>("/buyer/me", mai.token)).body.buyer.addresses).toEqual([])
    const left = await call<{ buyer: Buyer }>(`/buyer/addresses/${first!.id}/remove`, lan.token, {})
    expect(left.body.buyer.addresses).toHaveLength(1)
  })
})
