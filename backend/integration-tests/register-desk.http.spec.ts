import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { address, asOperator, asSeller, newListing, store, type TestListing } from "./support/checkout"
import { officialToken, readRun, type Run } from "./support/people"

/** What the register decides must be seen everywhere at once: on the listing, in the search and in the official's count, without a restart. */
type Desk = {
  id: string
  stars: number | null
  recognitions: { id: string; status: string; certificate_code: string; prolongation_latest: string | null; revocation_timing: { late_by_days: number } | null }[]
  listings: { product_id: string }[]
  proposals: { product_id: string; seller_name: string }[]
  external_listings: { id: string; counts: boolean; platform_name: string }[]
  owners: { id: string; seller_id: string }[]
  history: { act: string; actor_name: string; document_no: string | null; warnings: string[] }[]
}
type Answer<T> = { status: number; body: T & { code?: string; fields?: Record<string, string> } }

let run: Run
let commune: string
let listing: TestListing
let registerId: string
const phones = { province: "0900000901", commune: "0900000902", ministry: "0900000903" }
const DECISION = { star: 4, decision_no: "310/QĐ-UBND", issued_by: "UBND tỉnh Thái Nguyên" }

async function desk<T = { product: Desk }>(who: keyof typeof phones, path: string, body?: object): Promise<Answer<T>> {
  const response = await fetch(`${run.backend}/official/register${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${await officialToken(run, phones[who])}`, "accept-language": "vi", ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer<T>["body"] }
}
const product = async () => (await desk("province", `/${registerId}`)).body.product

/** What buyer, search and official see of the listing and its product. */
async function seen(): Promise<{ badge: number | null; found: boolean; counted: boolean }> {
  const { body } = await store<{ listing: { ocop: { stars: number | null } | null } }>(run, `/listings/${listing.handle}`)
  const search = await store<{ listings: { id: string }[] }>(run, `/search?stars=4&limit=48&sort=newest&commune=${commune}`)
  const rate = await fetch(`${run.backend}/official/listing-rate/products?unit=${commune}&listed=true&limit=200`, { headers: { authorization: `Bearer ${await officialToken(run, phones.province)}` } })
  const { products } = (await rate.json()) as { products: { ocop_product_id: string }[] }
  return {
    badge: body.listing.ocop?.stars ?? null,
    found: search.body.listings.some((one) => one.id === listing.id),
    counted: products.some((one) => one.ocop_product_id === registerId),
  }
}

/** The index is written by a subscriber, so the search may follow an instant later. */
async function untilSeen(wanted: { badge: number | null; found: boolean; counted: boolean }): Promise<void> {
  await expect.poll(seen, { timeout: 90_000, interval: 200 }).toEqual(wanted)
}

beforeAll(async () => {
  run = readRun()
  commune = (await address(run)).commune_code as string
  const { body: me } = await asSeller<{ seller: { name: string; commune: { code: string } } }>(run, "/me")
  commune = me.seller.commune.code
  listing = await newListing(run, 5)
  const name = (await store<{ listing: { title: string } }>(run, `/listings/${listing.handle}`)).body.listing.title
  const { body } = await asOperator<{ product: { id: string } }>(run, "/ocop/products", { name, producer_name: me.seller.name, producer_kind: "cooperative", commune_code: commune, product_set_no: 11, source: "spec" })
  registerId = body.product.id
})

describe("an entry of the register on its way", () => {
  test("without a certificate it is in the register, proposed for the listing, and counted nowhere", async () => {
    const { body } = await desk<{ products: { id: string; status: string | null }[] }>("province", `?q=${encodeURIComponent("kiểm")}&status=never&limit=200`)
    expect(body.products.every((entry) => entry.status === null)).toBe(true)
    const found = await product()
    expect(found).toMatchObject({ stars: null, recognitions: [] })
    expect(found.proposals.map((one) => one.product_id)).toContain(listing.id)
    expect(await seen()).toEqual({ badge: null, found: false, counted: false })
  })

  test("a listing that is not alike is looked for by its words, in any order and without tone marks", async () => {
    const other = await newListing(run, 1)
    const { body: { listing: { title } } } = await store<{ listing: { title: string } }>(run, `/listings/${other.handle}`)
    const words = title.normalize("NFD").replace(/\p{M}/gu, "").split(" ").reverse().join(" ")
    const sought = async (text: string) => (await desk("province", `/${registerId}?listing=${encodeURIComponent(text)}`)).body.product.proposals.map((one) => one.product_id)
    expect(await sought(words)).toContain(other.id)
    expect(await sought(`${words} khongcochunay`)).toEqual([])
  })

  test("five stars are the ministry's, four the province's; neither is a commune's", async () => {
    const path = `/${registerId}/recognitions`
    expect(await desk("province", path, { ...DECISION, star: 5, issued_on: "2026-06-15" })).toMatchObject({ status: 403, body: { code: "ocop.not_competent" } })
    expect(await desk("ministry", path, { ...DECISION, issued_on: "2026-06-15" })).toMatchObject({ status: 403, body: { code: "ocop.not_competent" } })
    expect(await desk("commune", path, { ...DECISION, issued_on: "2026-06-15" })).toMatchObject({ status: 403 })
    expect(await desk("province", path, { ...DECISION, issued_on: "2026-13-01" })).toMatchObject({ status: 400, body: { fields: { issued_on: expect.any(String) } } })
    expect(await desk("province", path, { ...DECISION, issued_on: "2026-06-15" })).toMatchObject({ status: 201, body: { warnings: [] } })
    expect(await desk("province", path, { ...DECISION, issued_on: "2026-06-15" })).toMatchObject({ status: 409, body: { code: "ocop.already_recognised" } })
    expect(await product()).toMatchObject({ stars: 4 })
  })

  test("a commune's official confirms which listing it is: badge, search and count follow; undone, they go", async () => {
    expect(await desk("commune", `/${registerId}/links`, { product_id: listing.id })).toMatchObject({ status: 200 })
    await untilSeen({ badge: 4, found: true, counted: true })
    expect(await desk("commune", `/${registerId}/links/${listing.id}/remove`, {})).toMatchObject({ status: 200 })
    await untilSeen({ badge: null, found: false, counted: false })
    expect(await desk("commune", `/${registerId}/links/${listing.id}/remove`, {})).toMatchObject({ status: 404 })
  })

  test("the shop may say it is the one only after an official confirmed it as the producer", async () => {
    const say = () => asSeller<{ code?: string }>(run, `/listings/${listing.id}/register-match`, { ocop_product_id: registerId })
    type Matches = { matches: { listing: { id: string }; ocop_product: { id: string }; may_confirm: boolean }[] }
    const offered = async () => (await asSeller<Matches>(run, "/register")).body.matches.some((match) => match.ocop_product.id === registerId && match.may_confirm)
    expect(await offered()).toBe(false)
    expect(await say()).toMatchObject({ status: 403, body: { code: "ocop.not_the_owner" } })
    expect(await asSeller(run, `/register/${registerId}/external-listings`, { url: "https://shopee.vn/a" })).toMatchObject({ status: 403 })
    const owner = { seller_id: listing.seller.id, evidence: "Đăng ký hợp tác xã" }
    expect(await desk("commune", `/${registerId}/owners`, { ...owner, seller_id: "sel_none" })).toMatchObject({ status: 404 })
    expect(await desk("commune", `/${registerId}/owners`, owner)).toMatchObject({ status: 201 })
    expect(await desk("commune", `/${registerId}/owners`, owner)).toMatchObject({ status: 409 })
    expect((await say()).status).toBe(200)
    await untilSeen({ badge: 4, found: true, counted: true })
    // Another tea of the same shop, in the same commune, is not this one: no shop gives itself a badge.
    const other = await newListing(run, 1)
    expect(await asSeller(run, `/listings/${other.id}/register-match`, { ocop_product_id: registerId })).toMatchObject({ status: 409, body: { code: "ocop.unlike_the_entry" } })
  })

  test("prolonged as far as the law lets it, and no day further", async () => {
    const [recognition] = (await product()).recognitions
    const path = `/${registerId}/recognitions/${recognition?.id}/prolong`
    const latest = recognition?.prolongation_latest as string
    expect(latest).toBe("2029-12-12")
    expect(await desk("province", path, { until: "2029-12-13", document_no: "5/UBND" })).toMatchObject({ status: 409, body: { code: "ocop.prolongation_too_long" } })
    expect(await desk("commune", path, { until: latest, document_no: "5/UBND" })).toMatchObject({ status: 403 })
    expect(await desk("province", `/ocop_none/recognitions/${recognition?.id}/prolong`, { until: latest, document_no: "5/UBND" })).toMatchObject({ status: 403 })
    expect(await desk("province", path, { until: latest, document_no: "5/UBND" })).toMatchObject({ status: 200 })
  })

  test("where else it is sold counts once somebody looked, as a figure of its own, and stands on the certificate", async () => {
    const rate = async () => {
      const response = await fetch(`${run.backend}/official/listing-rate?unit=${commune}`, { headers: { authorization: `Bearer ${await officialToken(run, phones.commune)}` } })
      return (await response.json()) as { listed: number; listed_elsewhere: number; listed_anywhere: number; recognised: number }
    }
    const before = await rate()
    expect(await desk("commune", `/${registerId}/external-listings`, { url: "javascript:alert(1)" })).toMatchObject({ status: 400, body: { fields: { url: expect.any(String) } } })
    expect(await asSeller(run, `/register/${registerId}/external-listings`, { url: "https://shopee.vn/spec", checked: true })).toMatchObject({ status: 201 })
    expect(await rate()).toMatchObject({ listed_elsewhere: before.listed_elsewhere })
    const [sale] = (await product()).external_listings
    expect(sale).toMatchObject({ counts: false, platform_name: "Shopee" })
    const code = (await product()).recognitions[0]?.certificate_code
    const published = async () => (await store<{ certificate: { external_listings: { url: string }[] } }>(run, `/certificates/${code}`)).body.certificate.external_listings
    expect(await published()).toEqual([])
    expect(await desk("commune", `/${registerId}/external-listings/${sale?.id}/check`, { result: "on_sale" })).toMatchObject({ status: 200 })
    expect(await rate()).toEqual(expect.objectContaining({ listed: before.listed, listed_elsewhere: before.listed_elsewhere + 1, listed_anywhere: before.listed_anywhere }))
    expect(await published()).toMatchObject([{ url: "https://shopee.vn/spec", platform_name: "Shopee" }])
    expect(await desk("commune", `/${registerId}/external-listings/${sale?.id}/check`, { result: "gone" })).toMatchObject({ status: 200 })
    expect(await published()).toEqual([])
    expect(await rate()).toMatchObject({ listed_elsewhere: before.listed_elsewhere })
  })

  test("withdrawn on a ground of the law: badge, search and count let go of it, and the history tells why", async () => {
    const [recognition] = (await product()).recognitions
    const path = `/${registerId}/recognitions/${recognition?.id}/revoke`
    const order = { ground: "mark_misused", revoked_on: "2026-11-10", concluded_on: "2026-10-20", document_no: "77/QĐ-UBND" }
    expect(await desk("commune", path, order)).toMatchObject({ status: 403, body: { code: "ocop.not_competent" } })
    expect(await desk("ministry", path, order)).toMatchObject({ status: 403, body: { code: "ocop.not_competent" } })
    expect(await desk("province", path, { ...order, ground: "because" })).toMatchObject({ status: 400, body: { fields: { ground: expect.any(String) } } })
    expect(await desk("province", path, { ...order, revoked_on: "2099-01-01" })).toMatchObject({ status: 400, body: { fields: { revoked_on: expect.any(String) } } })
    await untilSeen({ badge: 4, found: true, counted: true })
    expect(await desk("province", path, order)).toMatchObject({ status: 200, body: { warnings: ["late_by_days:6"] } })
    await untilSeen({ badge: null, found: false, counted: false })
    expect(await desk("province", path, order)).toMatchObject({ status: 409, body: { code: "ocop.already_revoked" } })
    const after = await product()
    expect(after.recognitions[0]).toMatchObject({ status: "revoked", revocation_timing: { late_by_days: 6 } })
    expect(after.history[0]).toMatchObject({ act: "revoke", document_no: "77/QĐ-UBND", warnings: ["late_by_days:6"] })
    expect(after.history.map((line) => line.act)).toEqual(expect.arrayContaining(["recognise", "link", "unlink", "name_owner", "prolong", "add_external", "check_external"]))
    expect(after.history.find((line) => line.act === "name_owner")?.actor_name).toBe("Cán bộ xã minh hoạ")
  })

  test("recognised anew it is back everywhere", async () => {
    expect(await desk("province", `/${registerId}/recognitions`, { ...DECISION, issued_on: "2026-11-20" })).toMatchObject({ status: 201 })
    await untilSeen({ badge: 4, found: true, counted: true })
  })
})

describe("without anybody's act on the listing", () => {
  test("a list of the province lowers the star, and the badge and the search follow", async () => {
    const headers = { authorization: `Bearer ${await officialToken(run, phones.province)}`, "content-type": "application/octet-stream" }
    const { body: before } = await desk("province", `/${registerId}`)
    const { name, producer_name } = before.product as unknown as { name: string; producer_name: string }
    const file = ["Mã số đăng ký,Tên sản phẩm,Chủ thể,Mã xã,Hạng sao,Số quyết định,Ngày công nhận", `${registerId},${name},${producer_name},${commune},3 sao,888/QĐ-UBND,21/11/2026`].join("\r\n")
    const send = async (path: string) => (await (await fetch(`${run.backend}/official/official-lists${path}`, { method: "POST", headers, body: file })).json()) as { preview: { plan: string; counts: object } }
    const { preview } = await send("/preview?filename=ha-sao.csv")
    expect(preview.counts).toMatchObject({ create: 1, error: 0 })
    await untilSeen({ badge: 4, found: true, counted: true })
    await send(`?filename=ha-sao.csv&plan=${preview.plan}`)
    await untilSeen({ badge: 3, found: false, counted: true })
    expect((await product()).history[0]).toMatchObject({ act: "list", actor_name: "Cán bộ tỉnh minh hoạ", document_no: "888/QĐ-UBND" })
  })

  test("a certificate that ran out yesterday gives no badge; prolonged today it gives it again", async () => {
    listing = await newListing(run, 5)
    const { body: me } = await asSeller<{ seller: { name: string } }>(run, "/me")
    const { body } = await asOperator<{ product: { id: string } }>(run, "/ocop/products", { name: `Chè hết hạn ${randomInt(1e6)}`, producer_name: me.seller.name, producer_kind: "cooperative", commune_code: commune, product_set_no: 11, source: "spec" })
    registerId = body.product.id
    const today = (await product() as unknown as { today: string }).today
    const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    expect(await desk("province", `/${registerId}/recognitions`, { ...DECISION, issued_on: "2024-01-15", expires_on: yesterday })).toMatchObject({ status: 201 })
    expect(await desk("province", `/${registerId}/links`, { product_id: listing.id })).toMatchObject({ status: 200 })
    await untilSeen({ badge: null, found: false, counted: false })
    const [recognition] = (await product()).recognitions
    expect(recognition?.status).toBe("expired")
    const until = recognition?.prolongation_latest as string
    expect(await desk("province", `/${registerId}/recognitions/${recognition?.id}/prolong`, { until, document_no: "6/UBND" })).toMatchObject({ status: 200 })
    await untilSeen({ badge: 4, found: true, counted: true })
    expect((await product()).recognitions[0]?.status).toBe("prolonged")
  })
})

describe("the table", () => {
  const list = (query: string) => desk<{ products: { id: string; name: string; status: string | null; holds_until: string | null; stars_given: number | null }[]; count: number }>("province", `?${query}`)

  test("filters, sorts and pages", async () => {
    const expiring = await list("expiring_within=180&limit=200&sort=holds_until")
    const days = expiring.body.products.map((entry) => entry.holds_until as string)
    expect([...days].sort()).toEqual(days)
    expect(expiring.body.products.every((entry) => ["expiring", "prolonged", "valid"].includes(entry.status ?? ""))).toBe(true)
    const stars = await list("sort=-star&stars=5,4&limit=200")
    expect(stars.body.products.map((entry) => entry.stars_given)).toEqual(stars.body.products.map((entry) => entry.stars_given).sort((a, b) => Number(b) - Number(a)))
    const [all, here, elsewhere, nowhere] = await Promise.all(["limit=1", "listed=here&limit=1", "listed=elsewhere&limit=1", "listed=nowhere&limit=1"].map(async (query) => (await list(query)).body.count))
    expect(here).toBeGreaterThan(0)
    expect(Number(here) + Number(elsewhere) + Number(nowhere)).toBeGreaterThanOrEqual(Number(all))
    const first = await list("limit=3")
    const second = await list("limit=3&offset=3")
    const both = await list("limit=6")
    expect([...first.body.products, ...second.body.products]).toEqual(both.body.products)
    expect((await list("sort=password")).status).toBe(400)
  })

  test("a file holds what the filter leaves", async () => {
    const { body } = await list("stars=5&limit=200")
    const response = await fetch(`${run.backend}/official/register.json?stars=5`, { headers: { authorization: `Bearer ${await officialToken(run, phones.province)}` } })
    const { records } = (await response.json()) as { records: Record<string, unknown>[] }
    expect(records.map((record) => Object.values(record)[0])).toEqual(body.products.map((entry) => entry.id))
  })
})
