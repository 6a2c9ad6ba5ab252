import { randomInt } from "node:crypto"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { labelFile, scanLabel } from "./support/label"
import { signInOfficial, signInSeller } from "./support/sign-in"
import { putOnSale } from "./support/stall"
import { readRun, type Run } from "./support/stack"

let run: Run
let browser: Browser
let page: Page

const name = `Chè quyết định ${randomInt(1e9)}`
const header = "Tên sản phẩm,Chủ thể,Mã xã,Hạng sao,Số quyết định,Ngày công nhận"
const sheet = (...lines: string[]) => Buffer.from([header, ...lines].join("\r\n"))
const line = (star: string) => `${name},HTX ${name},05503,${star},888/QĐ-UBND,15/06/2026`
const choose = (buffer: Buffer) => page.getByTestId("list-file").setInputFiles({ name: "quyet-dinh.csv", mimeType: "text/csv", buffer })

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "vi-VN" })).newPage()
  page.setDefaultTimeout(20_000)
  await signInOfficial(page, run)
}, 180_000)

afterAll(() => browser?.close())

test("an officer of the province takes a decision from a spreadsheet to certificates", async () => {
  await page.getByTestId("nav-register").click()
  await page.waitForURL(/so-ocop/)
  await choose(sheet(line("bảy sao")))
  await page.locator('[data-testid="verdict-2"][data-kind="error"]').waitFor()
  expect(await page.getByTestId("commit-list").isDisabled()).toBe(true)

  await choose(sheet(line("3 sao")))
  await page.locator('[data-testid="verdict-2"][data-kind="create"]').waitFor()
  await page.getByTestId("commit-list").click()
  await page.getByTestId("list-done").waitFor()
  const certificate = await page.getByTestId("certificate-link").first().getAttribute("href")
  await page.getByTestId("list-history").getByText("888/QĐ-UBND").first().waitFor()

  // The product is known now and on nobody's stall; a new decision raises it.
  const raised = line("4 sao").replace("888/QĐ-UBND,15/06/2026", "999/QĐ-UBND,20/10/2026")
  await choose(sheet(raised))
  await page.locator('[data-testid="verdict-2"][data-kind="create"]').waitFor()
  await page.getByTestId("commit-list").click()
  await page.getByTestId("list-done").waitFor()
  const second = await page.getByTestId("certificate-link").first().getAttribute("href")
  expect(second).not.toBe(certificate)
  await page.goto(new URL(second as string, run.shop).href)
  await page.getByText(name).first().waitFor()
  await page.getByText("999/QĐ-UBND").first().waitFor()

  await page.goto(`${run.shop}/dieu-hanh/so-ocop`)
  await choose(sheet(raised))
  await page.locator('[data-testid="verdict-2"][data-kind="unchanged"]').waitFor()
  expect(await page.getByTestId("commit-list").isDisabled()).toBe(true)
  await choose(Buffer.from("%PDF-1.7"))
  await page.getByTestId("list-problem").waitFor()
})

test("from the spreadsheet to the badge on a stall and to a printed label that a buyer's phone verifies", async () => {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })).newPage()
  phone.setDefaultTimeout(20_000)
  await signInSeller(phone, run)
  const title = `Chè móc câu ${randomInt(1e9)}`
  const onSale = await putOnSale(run, phone, title)
  const badge = phone.locator('[data-testid="ocop-stars"][data-stars="3"]').first()
  await phone.goto(`${run.shop}/san-pham/${onSale.handle}`)
  await phone.getByRole("heading", { name: title }).waitFor()
  expect(await badge.count()).toBe(0)

  await page.goto(`${run.shop}/dieu-hanh/so-ocop`)
  await choose(sheet(`${title},HTX chè Hảo Đạt,05503,3 sao,777/QĐ-UBND,12/08/2026`))
  await page.locator('[data-testid="verdict-2"][data-kind="create"]').waitFor()
  await page.getByTestId("commit-list").click()
  await page.getByTestId("list-done").waitFor()

  await page.goto(`${run.shop}/dieu-hanh/so-dang-ky?q=${encodeURIComponent(title)}`)
  await page.getByRole("link", { name: title }).click()
  await page.getByTestId(`proposal-${onSale.id}`).getByRole("button").click()
  await page.getByTestId(`linked-${onSale.id}`).waitFor()
  await phone.reload()
  await badge.waitFor()

  const code = ((await page.getByTestId("certificate").first().textContent()) ?? "").trim()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("labels").first().click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const scanned = await scanLabel(await labelFile(run, code, "label.png"))
  await phone.goto(scanned.href)
  expect(await phone.getByTestId("certificate-status").getAttribute("data-status")).toBe("valid")
  expect(await phone.getByTestId("label-proof").innerText()).toContain("Tem thật")
  await phone.getByText(title).first().waitFor()
  await phone.getByText("777/QĐ-UBND").first().waitFor()
})
