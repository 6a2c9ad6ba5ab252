import { randomInt } from "node:crypto"
import sharp from "sharp"
import { fetchListing, type Answer, type TestListing } from "./checkout"
import { adminToken, post, sellerToken, type Run } from "./people"

type Offer = { stock: number; price_vnd: number; net_weight_grams: number; perishable?: boolean }

/** A shop of the test's own, so that what it sets disturbs nobody. */
export type TestShop = {
  id: string
  name: string
  /** Of its one member, whom messages reach. */
  phone: string
  /** A call to the seller API as this shop; POST when there is a body. */
  call: <T = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<T>>
  /** Puts something on sale, approved by the operator. */
  sell: (offer: Offer) => Promise<TestListing>
}

/** Opens a shop in a commune; it sends at the house's tariff until it sets its own. */
export async function openShop(run: Run, at: { province_code: string; commune_code: string }, change: Record<string, unknown> = {}): Promise<TestShop> {
  const admin = { authorization: `Bearer ${await adminToken(run)}` }
  const phone = `09${randomInt(10_000_000, 99_999_999)}`
  const name = `Gian thử ${randomInt(1_000_000)}`
  const bank = { bin: "970499", bank_name: "Ngân hàng thử nghiệm", account_number: String(randomInt(10_000_000, 99_999_999)), account_name: "GIAN THU" }
  const opening = { name, kind: "cooperative", ...at, phone, member_name: "Người bán thử", bank, ...change }
  const { seller } = await post<{ seller: { id: string } }>(`${run.backend}/admin/sellers`, opening, admin)
  const seller_ = { authorization: `Bearer ${await sellerToken(run, phone)}` }
  const call = async <T>(path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${run.backend}/seller${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { ...seller_, ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  return { id: seller.id, name, phone, call, sell: (offer) => sell(run, offer, seller_, admin) }
}

async function sell(run: Run, { stock, ...offer }: Offer, seller: Record<string, string>, admin: Record<string, string>): Promise<TestListing> {
  const colour = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  const photograph = await sharp({ create: { width: 800, height: 600, channels: 3, background: colour } }).jpeg().toBuffer()
  const form = new FormData()
  form.set("file", new Blob([new Uint8Array(photograph)], { type: "image/jpeg" }), "hang.jpg")
  const upload = await fetch(`${run.backend}/seller/media`, { method: "POST", headers: seller, body: form })
  const { media } = (await upload.json()) as { media: { id: string } }
  const title = `Hàng giao thử ${randomInt(1_000_000)}`
  const { listing } = await post<{ listing: { id: string; handle: string } }>(`${run.backend}/seller/listings`, { title, unit: "gói", stock_quantity: stock, media_ids: [media.id], ...offer }, seller)
  await post(`${run.backend}/admin/listings/${listing.id}/approve`, { ocop_product_id: null }, admin)
  return fetchListing(run, listing.handle)
}
