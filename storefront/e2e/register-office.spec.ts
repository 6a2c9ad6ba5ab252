import { randomInt } from "node:crypto"
import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asOperator } from "./support/operator"
import { PHONE, People } from "./support/people"
import { signInOfficial } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"

let run: Run
/** The province's official at a desk, the commune's on a phone, and a buyer. */
let province: Page
let commune: Page
let buyer: Page

const suffix = randomInt(1e9)
const name = `Trà sổ đăng ký ${suffix}`
let entry: string
let code: string
let former: string | undefined
let listing: { id: string; handle: string; title: string }

const people = new People()
const open = (width: number) => people.arrive({ ...PHONE, viewport: { width, height: 780 } })

/** Readable by everyone and no wider than the screen. */
async function holds(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

const field = (form: string, label: string | RegExp) => province.getByTestId(form).getByLabel(label)

beforeAll(async () => {
  run = readRun()
  ;[province, commune, buyer] = await Promise.all([open(1280), open(360), open(360)])
  const headers = { "x-publishable-api-key": run.publishable_key }
  const { listings } = await json<{ listings: (typeof listing & { seller: { name: string; commune: { code: string } }; ocop: object | null })[] }>(`${run.backend}/store/search?commune=05503&limit=48`, { headers })
  const bare = listings.find((one) => !one.ocop) ?? listings[0]
  if (!bare) throw new Error("Nothing is on sale in Tân Cương.")
  listing = bare
  const { product } = await asOperator<{ product: { id: string } }>(run, "/ocop/products", { name, producer_name: bare.seller.name, producer_kind: "cooperative", commune_code: "05503", product_set_no: 11, source: "spec" })
  entry = product.id
  // The listing may be another entry's in the demonstration; what is tested here is this one's badge.
  former = (bare.ocop as { product_id?: string } | null)?.product_id
  await signInOfficial(province, run, "0900000901")
  if (former) {
    await province.goto(`${run.shop}/dieu-hanh/so-dang-ky/${former}`)
    await province.getByTestId(`linked-${bare.id}`).getByRole("button").click()
    await province.getByTestId(`linked-${bare.id}`).waitFor({ state: "detached" })
  }
  await signInOfficial(commune, run, "0900000902")
}, 240_000)

afterAll(async () => {
  // The listing goes back to the entry it stood for, so that other specs find the demonstration as it was.
  if (former) {
    const token = (await province.context().cookies()).find((cookie) => cookie.name === "cho_phien_official")?.value
    const ask = (path: string, body: object) => fetch(`${run.backend}/official/register/${path}`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify(body) })
    await ask(`${entry}/links/${listing.id}/remove`, {})
    await ask(`${former}/links`, { product_id: listing.id })
  }
  await people.leave()
})

test("the register is found by words, filtered, sorted and taken along", async () => {
  await province.getByTestId("nav-desk").click()
  await province.waitForURL(/so-dang-ky/)
  const all = Number(await province.getByTestId("register-count").getAttribute("data-count"))
  await province.getByLabel("Tình trạng").selectOption("never")
  await province.getByLabel("Tên sản phẩm, chủ thể hoặc mã").fill(`tra so dang ky ${suffix}`)
  await province.getByTestId("filter-register").click()
  await province.waitForURL(/q=/)
  expect(await province.getByTestId("register-count").getAttribute("data-count")).toBe("1")
  expect(all).toBeGreaterThan(1)
  await holds(province)
  const [download] = await Promise.all([province.waitForEvent("download"), province.getByTestId("export-xlsx").click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await province.getByRole("link", { name }).click()
  await province.getByRole("heading", { name }).waitFor()
})

test("the province enters a decision, and is told that five stars are not its own to give", async () => {
  await province.getByTestId("recognise").locator("summary").click()
  const stars = await field("recognise-form", "Hạng sao").locator("option").allTextContents()
  expect(stars).toEqual(["Chọn…", "3 sao", "4 sao"])
  await field("recognise-form", "Hạng sao").selectOption("4")
  await field("recognise-form", "Số quyết định").fill("410/QĐ-UBND")
  await field("recognise-form", "Cơ quan ban hành").fill("UBND tỉnh Thái Nguyên")
  await field("recognise-form", "Ngày cấp").fill("2026-06-20")
  await province.getByTestId("recognise-form").getByRole("button").click()
  const certificate = province.getByTestId("certificate").first()
  await certificate.waitFor()
  code = ((await certificate.textContent()) ?? "").trim()
  await province.getByTestId("act-recognise").first().waitFor()
})

test("the commune sees its product, may confirm a match, and may decide on no certificate", async () => {
  await commune.goto(`${run.shop}/dieu-hanh/so-dang-ky?q=${suffix}`)
  await holds(commune)
  await commune.getByRole("link", { name }).click()
  await commune.getByTestId("commune-reads").waitFor()
  expect(await commune.getByText("Thu hồi giấy chứng nhận", { exact: true }).count()).toBe(0)
  expect(await commune.getByText("Kéo dài hiệu lực", { exact: true }).count()).toBe(0)
  await holds(commune)
  // The entry's name and the listing's title share no word: an official still may know better, and looks for it.
  await commune.getByRole("searchbox", { name: "Tìm hàng khác trong tỉnh" }).fill(listing.title)
  await commune.getByTestId("search-listing").click()
  await commune.waitForURL(/hang=/)
  await holds(commune)
  const proposal = commune.getByTestId(`proposal-${listing.id}`)
  await proposal.getByRole("button").click()
  await commune.getByTestId(`linked-${listing.id}`).waitFor()
  await buyer.goto(`${run.shop}/san-pham/${listing.handle}`)
  await buyer.locator('[data-testid="ocop-stars"][data-stars="4"]').first().waitFor()
})

test("what is sold elsewhere is entered, an address that is none is refused in words", async () => {
  await commune.getByTestId("add-external").locator("summary").click()
  const form = commune.getByTestId("external-form")
  await form.getByLabel("Địa chỉ trang bán").fill("http://shopee.vn/che")
  await form.getByLabel("Ông/bà vừa mở trang này?").selectOption("yes")
  await form.getByRole("button").click()
  await form.getByText("Địa chỉ phải bắt đầu bằng https://").first().waitFor()
  await form.getByLabel("Địa chỉ trang bán").fill(`https://shopee.vn/che-${suffix}`)
  await form.getByRole("button").click()
  await commune.getByTestId("external-state").filter({ hasText: "được tính là đang bán" }).waitFor()
})

test("prolonged by the province, the buyer's certificate says until when", async () => {
  await province.reload()
  await province.locator('[data-testid^="prolong-"] summary').first().click()
  await field("prolong-form", "Số văn bản").fill("15/UBND-KTN")
  await province.getByTestId("prolong-form").getByRole("button").click()
  await province.getByTestId("act-prolong").first().waitFor()
  await buyer.goto(`${run.shop}/xac-thuc/${code}`)
  await buyer.getByText("17/12/2029").first().waitFor()
})

test("withdrawn on a ground, late: the officer is told, the buyer sees it on the certificate and no badge any more", async () => {
  await province.locator('[data-testid^="revoke-"] summary').first().click()
  await field("revoke-form", /Căn cứ thu hồi/).selectOption("production_stopped")
  await field("revoke-form", /Ngày có kết luận/).fill("2026-10-01")
  await field("revoke-form", "Ngày thu hồi").fill("2026-11-01")
  await field("revoke-form", "Số quyết định thu hồi").fill("99/QĐ-UBND")
  await province.getByTestId("revoke-form").getByRole("button").click()
  const line = province.getByTestId("act-revoke").first()
  await line.waitFor()
  expect(await line.textContent()).toContain("Quá thời hạn 15 ngày: 16 ngày")
  expect(await line.textContent()).toContain("đ) Chủ thể không còn sản xuất sản phẩm")
  await holds(province)

  await buyer.goto(`${run.shop}/xac-thuc/${code}`)
  await buyer.getByText("01/11/2026").first().waitFor()
  await buyer.goto(`${run.shop}/san-pham/${listing.handle}`)
  await buyer.getByRole("heading", { level: 1 }).waitFor()
  expect(await buyer.locator('[data-testid="ocop-stars"]').count()).toBe(0)
  await province.setViewportSize({ width: 360, height: 740 })
  await holds(province)
})
