import { afterAll, beforeAll, expect, test } from "vitest"
import type { Browser } from "playwright-core"
import { openBrowser } from "./support/browser"
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
  await page.goto(`${run.shop}/en/ban-hang/doi-soat?from=2020-01-01&to=2020-01-31`)
  expect(await page.getByRole("heading", { name: "No sales money in these days" }).isVisible()).toBe(true)
  await checkPage(page)
}, 120_000)
