import { randomInt } from "node:crypto"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { signInOfficial, signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"

let run: Run
let browser: Browser
let seller: Page
let official: Page
let buyer: Page
let good: { handle: string; title: string }

/** A GTIN of the range GS1 keeps for use inside a shop: nobody's. */
function gtin(): string {
  const body = `29${String(randomInt(1e10)).padStart(10, "0")}`
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

const openPage = async (width: number) => {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, locale: "vi-VN" })).newPage()
  page.setDefaultTimeout(20_000)
  return page
}

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  ;[seller, official, buyer] = (await Promise.all([openPage(360), openPage(1280), openPage(360)])) as [Page, Page, Page]
  await signInSeller(seller, run)
  await signInOfficial(official, run)
  const { listings } = await json<{ listings: { handle: string; title: string; gi: object | null }[] }>(`${run.backend}/store/search?gi=1&limit=48`, {
    headers: { "x-publishable-api-key": run.publishable_key },
  })
  await seller.goto(`${run.shop}/ban-hang/them/giay-chung-nhan/moi`)
  await seller.getByTestId("kind").selectOption("gtin")
  const own = await seller.locator('label:has([data-testid="product"])').allTextContents()
  const found = listings.find(({ title }) => own.includes(title))
  if (!found) throw new Error("the demonstration's seller has nothing on sale under an indication")
  good = found
}, 240_000)

afterAll(() => browser?.close())

test("a seller's paper: a wrong number is said clearly, a right one waits, an official confirms, the buyer sees it", async () => {
  const number = gtin()
  const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)
  await seller.goto(`${run.shop}/ban-hang/them`)
  await seller.getByTestId("certificates-link").click()
  await seller.getByTestId("new-certificate").click()
  await seller.getByTestId("kind").selectOption("gtin")
  await seller.getByTestId("number").fill(wrong)
  await seller.getByText(good.title, { exact: true }).click()
  await seller.getByTestId("file").setInputFiles({ name: "ma-vach.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n% thử\n") })
  await seller.getByTestId("send-certificate").click()
  await seller.locator("#number-error").waitFor()
  expect(await seller.locator("#number-error").textContent()).toContain("chữ số kiểm tra")
  // Nothing of what was typed is lost.
  expect(await seller.getByTestId("number").inputValue()).toBe(wrong)
  expect(await seller.getByTestId("kind").inputValue()).toBe("gtin")
  await seller.getByTestId("number").fill(number)
  await seller.getByTestId("send-certificate").click()
  await seller.getByTestId("certificate-sent").waitFor()
  const card = seller.locator('[data-testid="certificate"]', { hasText: number })
  expect(await card.getAttribute("data-state")).toBe("unchecked")
  expect(await card.getByRole("link", { name: "Tải bản chụp" }).count()).toBe(1)

  await buyer.goto(`${run.shop}/san-pham/${good.handle}`)
  expect(await buyer.getByTestId("trust-block").textContent()).not.toContain(number)

  await official.getByTestId("nav-rights").click()
  await official.getByTestId("tab-certificates").click()
  await official.waitForURL(/chi-dan\/giay/)
  await official.getByTestId("filter-q").fill(number)
  await official.getByTestId("filter-submit").click()
  const row = official.locator('[data-testid="paper"]', { hasText: number })
  await row.waitFor()
  const [scan] = await Promise.all([official.waitForEvent("download"), row.getByRole("link", { name: "Xem bản chụp" }).click()])
  expect(scan.suggestedFilename()).toMatch(/^qcert_\w+\.pdf$/)
  await row.getByTestId("confirm").locator("summary").click()
  await row.getByTestId("confirm-submit").click()
  await row.waitFor({ state: "detached" })

  await buyer.reload()
  const paper = buyer.locator('[data-testid="quality-paper"][data-state="valid"]', { hasText: number })
  await paper.waitFor()
  expect(await paper.textContent()).toContain("Mã vạch GTIN")
}, 120_000)

test("an official gives a right outside the zone only with a reason, and the reason stands in the log", async () => {
  const producer = `HTX ngoài vùng ${randomInt(1e9)}`
  await official.goto(`${run.shop}/dieu-hanh/chi-dan`)
  await official.getByTestId("new-right").click()
  await official.getByTestId("gi_handle").selectOption("tan-cuong-che")
  await official.getByTestId("producer_name").fill(producer)
  // Định Hoá is far from Tân Cương.
  const far = await official.locator('[data-testid="commune_code"] option', { hasText: "Định Hoá" }).first().getAttribute("value")
  await official.getByTestId("commune_code").selectOption(far)
  await official.getByTestId("document_no").fill(`T-${randomInt(1e9)}`)
  await official.getByTestId("issued_by").fill("Tổ chức quản lý (thử)")
  await official.getByTestId("issued_on").fill("2026-06-01")
  await official.getByTestId("source").fill("bản chính tại Sở")
  await official.getByTestId("record-right").click()
  await official.getByTestId("right-problem").waitFor()
  expect(await official.getByTestId("right-problem").textContent()).toContain("nằm ngoài vùng")
  expect(await official.getByTestId("producer_name").inputValue()).toBe(producer)
  await official.getByTestId("override_reason").fill("ngắn")
  await official.getByTestId("record-right").click()
  await official.locator("#override_reason-error").waitFor()
  const reason = "Vùng đang được mở rộng theo hồ sơ đã nộp."
  await official.getByTestId("override_reason").fill(reason)
  await official.getByTestId("record-right").click()
  await official.getByTestId("right-recorded").waitFor()

  await official.getByTestId("filter-q").fill(producer)
  await official.getByTestId("filter-submit").click()
  const row = official.locator('[data-testid="right"]', { hasText: producer })
  await row.waitFor()
  await row.getByTestId("act-log").locator("summary").click()
  expect(await row.getByTestId("act-log").textContent()).toContain(reason)
  await buyer.goto(`${run.shop}/chi-dan-dia-ly/tan-cuong-che`)
  expect(await buyer.getByTestId("sign-users").textContent()).toContain(producer)

  await row.getByTestId("revoke").locator("summary").click()
  await row.locator('[name="revoked_on"]').fill("2026-07-01")
  await row.locator('[name="document_no"]').fill("9/QĐ")
  await row.locator('[name="reason"]').fill("Không còn sản xuất trong vùng.")
  await row.getByRole("button", { name: "Thu hồi quyền này" }).click()
  await official.locator('[data-testid="right"][data-status="revoked"]', { hasText: producer }).waitFor()
  await buyer.reload()
  expect(await buyer.getByTestId("sign-users").textContent()).not.toContain(producer)
}, 120_000)

test("everybody reads an indication: its story, its zone as unconfirmed, its map; a mark is no indication", async () => {
  await buyer.goto(`${run.shop}/chi-dan-dia-ly`)
  await buyer.locator('[data-testid="sign"][data-kind="geographical_indication"] a', { hasText: "Tân Cương" }).first().click()
  await buyer.waitForURL(/chi-dan-dia-ly\/tan-cuong-che/)
  expect(await buyer.getByTestId("zone").getAttribute("data-state")).toBe("unconfirmed")
  expect(await buyer.getByTestId("zone").textContent()).toContain("Vùng này chưa được xác nhận")
  expect(await buyer.getByTestId("zone-map").locator("circle").count()).toBe(3)
  expect(await buyer.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await buyer.goto(`${run.shop}/chi-dan-dia-ly/nhtt-che-thai-nguyen`)
  await buyer.waitForURL(/nhan-hieu\/nhtt-che-thai-nguyen/)
  expect(await buyer.getByTestId("sign-title").textContent()).toBe("Nhãn hiệu tập thể Chè Thái Nguyên")
  await buyer.goto(`${run.shop}/en/chi-dan-dia-ly/tan-cuong-che`)
  expect(await buyer.getByTestId("zone").textContent()).toContain("This zone is not confirmed")
})
