import { randomInt } from "node:crypto"
import sharp from "sharp"
import { adminToken, post, sellerToken, type Run } from "./people"

export type TestListing = { id: string; handle: string; variant_id: string; price_vnd: number; available_quantity: number; seller: { id: string; handle: string; name: string } }
export type Vietqr = { payload: string; account_number: string; amount_vnd: number; memo: string }
export type TestOrder = {
  id: string
  seller: { id: string }
  items: { title: string; quantity: number; total_vnd: number }[]
  shipping_vnd: number
  total_vnd: number
  state: string
  payment: { rail: string; state: string; amount_vnd: number; amount_received_vnd: number; paid_at: string | null; vietqr: Vietqr | null }
  shipment: { shipped_at: string; carrier: string | null; tracking_number: string | null } | null
}
export type TestGroup = { id: string; total_vnd: number; paid_vnd: number; orders: TestOrder[] }
export type TestRail = "vietqr" | "vnpay" | "cod"
export type Placed = { id: string; access_token: string }
export type Answer<T> = { status: number; body: T }

/** A buyer without an account: what the storefront's server asks the backend on its behalf. */
export async function store<T = Record<string, unknown>>(run: Run, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const response = await fetch(`${run.backend}/store${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "x-publishable-api-key": run.publishable_key, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

export async function asSeller<T = Record<string, unknown>>(run: Run, path: string, body?: unknown): Promise<Answer<T>> {
  const response = await fetch(`${run.backend}/seller${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${await sellerToken(run)}`, ...(body !== undefined && { "content-type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

export async function asOperator<T = Record<string, unknown>>(run: Run, path: string, body: unknown): Promise<Answer<T>> {
  const response = await fetch(`${run.backend}/admin${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await adminToken(run)}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

/** A listing of the test's own with a known stock, proposed by the seller and approved by the operator. */
export async function newListing(run: Run, stock: number, priceVnd = 120_000): Promise<TestListing> {
  const authorization = `Bearer ${await sellerToken(run)}`
  const title = `Chè kiểm thử ${randomInt(1_000_000)}`
  const colour = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  const photograph = await sharp({ create: { width: 800, height: 600, channels: 3, background: colour } }).jpeg().toBuffer()
  const form = new FormData()
  form.set("file", new Blob([new Uint8Array(photograph)], { type: "image/jpeg" }), "che.jpg")
  const upload = await fetch(`${run.backend}/seller/media`, { method: "POST", headers: { authorization }, body: form })
  const { media } = (await upload.json()) as { media: { id: string } }
  const { listing } = await post<{ listing: { id: string; handle: string } }>(
    `${run.backend}/seller/listings`,
    { title, unit: "hộp", net_weight_grams: 200, price_vnd: priceVnd, stock_quantity: stock, media_ids: [media.id] },
    { authorization },
  )
  await post(`${run.backend}/admin/listings/${listing.id}/approve`, { ocop_product_id: null }, { authorization: `Bearer ${await adminToken(run)}` })
  return fetchListing(run, listing.handle)
}

export async function fetchListing(run: Run, handle: string): Promise<TestListing> {
  const { status, body } = await store<{ listing: TestListing }>(run, `/listings/${handle}`)
  if (status !== 200) throw new Error(`Listing ${handle}: ${status}`)
  return body.listing
}

/** A published listing of another seller than the given one, from what is on the fair. */
export async function listingOfAnotherSeller(run: Run, sellerId: string): Promise<TestListing> {
  const { body } = await store<{ products: { handle: string }[] }>(run, "/products?limit=100&fields=handle")
  for (const { handle } of body.products) {
    const { status, body: found } = await store<{ listing: TestListing }>(run, `/listings/${handle}`)
    if (status === 200 && found.listing.seller.id !== sellerId && found.listing.available_quantity >= 3) return found.listing
  }
  throw new Error("There is only one seller on this fair.")
}

/** Something of the spec's own on sale, and something of another shop, for checkouts that become two orders. */
export async function twoShops(run: Run): Promise<{ mine: TestListing; theirs: TestListing }> {
  const mine = await newListing(run, 60)
  return { mine, theirs: await listingOfAnotherSeller(run, mine.seller.id) }
}

/** A cart with an address, ready to be placed. A line with `apart` stays a line of its own. */
export async function readyCart(run: Run, lines: { listing: TestListing; quantity: number; apart?: string }[]): Promise<string> {
  const id = await cartWith(run, lines)
  const { status, body } = await store(run, `/carts/${id}/delivery`, await address(run))
  if (status !== 200) throw new Error(`Delivery: ${status} ${JSON.stringify(body)}`)
  return id
}

export async function cartWith(run: Run, lines: { listing: TestListing; quantity: number; apart?: string }[]): Promise<string> {
  const { body } = await store<{ cart: { id: string } }>(run, "/carts", { region_id: await regionId(run) })
  for (const { listing, quantity, apart } of lines) {
    const added = await store(run, `/carts/${body.cart.id}/line-items`, { variant_id: listing.variant_id, quantity, ...(apart && { metadata: { apart } }) })
    if (added.status !== 200) throw new Error(`Line item: ${added.status} ${JSON.stringify(added.body)}`)
  }
  return body.cart.id
}

let region: Promise<string> | undefined
let home: Promise<Record<string, string>> | undefined

const regionId = (run: Run) => (region ??= store<{ regions: { id: string }[] }>(run, "/regions").then(({ body }) => body.regions[0]!.id))

/** An address that exists: the first commune of the first province. */
export const address = (run: Run): Promise<Record<string, string>> => (home ??= firstAddress(run))

async function firstAddress(run: Run): Promise<Record<string, string>> {
  const { body } = await store<{ units: { code: string }[] }>(run, "/administrative-units/provinces")
  const province = body.units[0]!.code
  const { body: inside } = await store<{ units: { code: string }[] }>(run, `/administrative-units/communes?province=${province}`)
  return { name: "Người mua thử", phone: "0912 345 678", province_code: province, commune_code: inside.units[0]!.code, street: "Số 1, xóm Thử" }
}

export const place = (run: Run, cartId: string, rail: TestRail = "vietqr") =>
  store<{ order_group: Placed; code?: string; lines?: { id: string; available_quantity: number }[] }>(run, `/carts/${cartId}/place`, { rail })

export async function placed(run: Run, cartId: string, rail: TestRail = "vietqr"): Promise<Placed> {
  const { status, body } = await place(run, cartId, rail)
  if (status !== 201) throw new Error(`Place: ${status} ${JSON.stringify(body)}`)
  return body.order_group
}

export async function fetchGroup(run: Run, { id, access_token }: Placed): Promise<TestGroup> {
  const { status, body } = await store<{ order_group: TestGroup }>(run, `/order-groups/${id}?access_token=${access_token}`)
  if (status !== 200) throw new Error(`Order group: ${status} ${JSON.stringify(body)}`)
  return body.order_group
}

/** Waits until the order page shows what is expected, as a buyer would; the notices travel through the outbox. */
export async function untilGroup(run: Run, group: Placed, wanted: (group: TestGroup) => boolean, seconds = 150): Promise<TestGroup> {
  const deadline = Date.now() + seconds * 1_000
  for (;;) {
    const view = await fetchGroup(run, group)
    if (wanted(view)) return view
    if (Date.now() > deadline) throw new Error(`Still not so after ${seconds} s: ${JSON.stringify(view.orders.map((order) => [order.state, order.payment]))}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** The sandbox bank transfers and calls our webhook, as the bank's notifier would. */
export async function transfer(run: Run, order: Record<string, unknown>): Promise<{ deliveries: { status: number; body: { outcome?: string; reason?: string } }[] }> {
  return (await post<{ transfer: { deliveries: { status: number; body: { outcome?: string; reason?: string } }[] } }>(`${run.backend}/sandbox/bank/transfers`, order)).transfer
}
