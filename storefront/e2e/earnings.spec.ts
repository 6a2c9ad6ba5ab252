import { afterAll, beforeAll, expect, test } from "vitest"
import type { Browser } from "playwright-core"
import { openBrowser } from "./support/browser"
import { chargeForShop, refundCharge } from "./support/destination-charge"
import { openNewShop } from "./support/open-shop"
import { checkPage } from "./support/page-checks"
import { signInSeller } from "./support/sign-in"
import { readRun } from "./support/stack"

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test("a shop reaches its statement from the money page, on a small phone, in both languages, and takes it home", async () => {
  const run = readRun()
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await signInSeller(page, run)
  await page.goto(`${run.shop}/ban-hang/tien`)
  await page.getByTestId("to-earnings").click()
  await page.waitForURL(/doi-soat/)
  await checkPage(page)

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("earnings-csv").click()])
  expect(download.suggestedFilename()).toMatch(/^doi-soat-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/)

  await page.goto(`${run.shop}/ban-hang/doi-soat?from=2999-01-01`)
  expect(await page.getByText("Ngày đầu phải trước hoặc trùng ngày cuối.").isVisible()).toBe(true)
  await page.goto(`${run.shop}/ban-hang/doi-soat?from=2026-01-01&trang=9999`)
  const pages = page.getByTestId("earnings-pages")
  expect(await pages.getByText("Không có trang này.").isVisible()).toBe(true)
  await page.goto(`${run.shop}/ban-hang/doi-soat?from=2026-01-01&trang=50002`)
  expect(await pages.getByText("Không có trang này.").isVisible()).toBe(true)
  expect(await pages.getByRole("link", { name: "Mới hơn" }).getAttribute("href")).toMatch(/doi-soat\?from=2026-01-01/)
  await page.goto(`${run.shop}/en/ban-hang/doi-soat?from=2020-01-01&to=2020-01-31`)
  expect(await page.getByRole("heading", { name: "No sales money in these days" }).isVisible()).toBe(true)
  await checkPage(page)
}, 120_000)

test("what VNPay brought for the shop without an order stands in its statement, under the words of whoever asked for it", async () => {
  const run = readRun()
  const { phone, id: sellerId } = await openNewShop(run)
  const paid = await chargeForShop(run, sellerId, { description: "Đặt cọc tham quan vườn chè 22/11", amount: "450000", application_fee_amount: "22500" })
  await refundCharge(run, paid, { amount: "50000", reverse_transfer: "true", refund_application_fee: "true" })
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await signInSeller(page, run, phone)
  const card = page.getByTestId(`earnings-${paid}`)
  await expect.poll(async () => { await page.goto(`${run.shop}/ban-hang/doi-soat`); return card.filter({ hasText: "380.000" }).count() }, { timeout: 90_000, interval: 1_000 }).toBe(1)
  const shown = await card.innerText()
  for (const text of ["Đặt cọc tham quan vườn chè 22/11", "450.000", "20.000", "50.000", "380.000", paid]) expect(shown).toContain(text)
  expect(await page.getByTestId("earnings-now").innerText()).toContain("380.000")
  await checkPage(page)
  await page.goto(`${run.shop}/en/ban-hang/doi-soat`)
  expect(await page.getByRole("heading", { name: "Collected without an order" }).isVisible()).toBe(true)
  await checkPage(page)
}, 180_000)
