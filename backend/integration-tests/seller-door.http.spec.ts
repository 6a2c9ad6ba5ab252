import { randomInt } from "node:crypto"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { adminToken, post, readRun, sellerToken, type Run } from "./support/people"

interface Listing {
  id: string
  handle: string
  status: string
  title: string
  price_vnd: number
  available_quantity: number
  rejection_reason: string | null
  ocop: { stars: number | null } | null
}

let run: Run
let seller: Record<string, string>
let operator: Record<string, string>

async function call<T = Record<string, unknown>>(path: string, headers: Record<string, string>, body?: unknown) {
  const response = await fetch(`${run.backend}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", "x-publishable-api-key": run.publishable_key, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as T }
}

async function readCode(phone: string): Promise<string> {
  const { body } = await call<{ messages: { code?: string }[] }>(`/sandbox/messages?to=${encodeURIComponent(phone)}`, { accept: "application/json" })
  return body.messages.find(({ code }) => code !== undefined)!.code!
}

const newPhone = () => `09${String(randomInt(1e8)).padStart(8, "0")}`

beforeAll(async () => {
  run = readRun()
  seller = { authorization: `Bearer ${await sellerToken(run)}` }
  operator = { authorization: `Bearer ${await adminToken(run)}` }
})

describe("a one-time code", () => {
  test("gets five attempts, however many come at once", async () => {
    const phone = newPhone()
    await post(`${run.backend}/seller/auth/code`, { phone })
    const code = await readCode(phone)
    const wrong = code === "000000" ? "000001" : "000000"
    const guesses = await Promise.all(Array.from({ length: 20 }, () => call("/seller/auth/session", {}, { phone, code: wrong })))
    expect(new Set(guesses.map((guess) => guess.status))).toEqual(new Set([401]))
    expect((await call("/seller/auth/session", {}, { phone, code })).body.code).toBe("phone_login.wrong_code")
  })

  test("works once, tells only its owner that the phone has no shop, and is not sent twice a minute", async () => {
    const phone = newPhone()
    const [first, second] = await Promise.all([1, 2].map(() => call("/seller/auth/code", {}, { phone })))
    expect([first?.status, second?.status].sort()).toEqual([200, 429])
    const code = await readCode(phone)
    const answers = await Promise.all([1, 2, 3].map(() => call("/seller/auth/session", {}, { phone, code })))
    expect(answers.map((answer) => answer.body.code).sort()).toEqual(["phone_login.wrong_code", "phone_login.wrong_code", "seller.no_shop"])
  })
})

describe("a listing", () => {
  let draft: Record<string, unknown>

  beforeAll(async () => {
    const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: "#1f5c3b" } }).jpeg().toBuffer()
    const form = new FormData()
    form.append("file", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg")
    const response = await fetch(`${run.backend}/seller/media`, { method: "POST", headers: seller, body: form })
    const { media } = (await response.json()) as { media: { id: string } }
    draft = { title: "Chè móc câu thử", unit: "gói", net_weight_grams: 100, price_vnd: 90_000, stock_quantity: 5, media_ids: [media.id] }
  })

  test("has no field for stars and takes nobody else's pictures", async () => {
    const stars = await call<{ fields: Record<string, string> }>("/seller/listings", seller, { ...draft, stars: 5, ocop_product_id: "ocop_002" })
    expect(stars.status).toBe(400)
    expect(Object.keys(stars.body.fields).sort()).toEqual(["ocop_product_id", "stars"])
    const foreign = await call("/seller/listings", seller, { ...draft, media_ids: ["media_of_another"] })
    expect(foreign.body.code).toBe("listing.unknown_pictures")
  })

  test("is unseen until approved, keeps selling when its price changes, and is looked at again when its title does", async () => {
    const proposed = await call<{ listing: Listing }>("/seller/listings", seller, draft)
    expect(proposed.status).toBe(201)
    const { id, handle } = proposed.body.listing
    const publicStatus = async () => (await call(`/store/listings/${handle}`, {})).status
    expect(await publicStatus()).toBe(404)

    const rejected = await call(`/admin/listings/${id}/reject`, operator, { reason: "Ảnh chưa rõ nhãn." })
    expect(rejected.status).toBe(200)
    expect((await call<{ listing: Listing }>(`/seller/listings/${id}`, seller)).body.listing.rejection_reason).toBe("Ảnh chưa rõ nhãn.")
    expect((await call(`/admin/listings/${id}/approve`, operator, {})).body.code).toBe("listing.already_decided")

    const corrected = await call<{ listing: Listing }>(`/seller/listings/${id}`, seller, { description: "Đã chụp lại." })
    expect(corrected.body.listing).toMatchObject({ status: "proposed", rejection_reason: null })
    const twice = await Promise.all([1, 2].map(() => call(`/admin/listings/${id}/approve`, operator, { ocop_product_id: null, right_of_use_id: null })))
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await publicStatus()).toBe(200)

    const repriced = await call<{ listing: Listing }>(`/seller/listings/${id}`, seller, { ...draft, price_vnd: 95_000, stock_quantity: 7 })
    expect(repriced.body.listing).toMatchObject({ status: "published", price_vnd: 95_000, available_quantity: 7, ocop: null })
    const renamed = await call<{ listing: Listing }>(`/seller/listings/${id}`, seller, { title: "Chè 5 sao thử" })
    expect(renamed.body.listing.status).toBe("proposed")
    expect(await publicStatus()).toBe(404)
  })

  test("belongs to its shop: no token, another's id and an operator's token open nothing", async () => {
    expect((await call("/seller/listings", {})).body.code).toBe("seller.login_needed")
    expect((await call("/seller/listings", operator)).body.code).toBe("seller.login_needed")
    expect((await call("/seller/listings/prod_of_another", seller)).status).toBe(404)
    expect((await call("/admin/listings", seller)).status).toBe(401)
  })
})
