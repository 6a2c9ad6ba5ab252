import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { signInSeller } from "./support/sign-in"
import { readRun, type Run } from "./support/stack"

let run: Run
let browser: Browser
let page: Page
let listing = ""

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", acceptDownloads: true })).newPage()
  page.setDefaultTimeout(20_000)
  await signInSeller(page, run)
  await page.goto(`${run.shop}/ban-hang/hang`)
  listing = (await page.locator('a[href*="/ban-hang/hang/prod_"]').first().getAttribute("href")) ?? ""
}, 180_000)

afterAll(() => browser?.close())

test("a producer downloads the statement of evidence as PDF and XLSX, and stays on the page", async () => {
  await page.goto(new URL(listing, run.shop).href)
  for (const [button, head] of [
    ["evidence-pdf", "%PDF-"],
    ["evidence-xlsx", "PK"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(button).click()])
    expect(download.suggestedFilename()).toMatch(/^bang-ke-minh-chung-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.(pdf|xlsx)$/)
    expect(readFileSync(await download.path()).subarray(0, head.length).toString("latin1")).toBe(head)
  }
  expect(new URL(page.url()).pathname).toBe(new URL(listing, run.shop).pathname)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test("a wrong day is said beside its field and what was chosen is kept", async () => {
  await page.goto(`${run.shop}/api/seller/listings/${listing.split("/").at(-1)}/evidence?from=2026-02-01&to=2026-01-01&file=pdf&locale=vi`)
  await page.getByText("Ngày đầu chưa đúng").waitFor()
  expect(await page.locator("#evidence-from").inputValue()).toBe("01/02/2026")
  expect(await page.locator("#evidence-to").inputValue()).toBe("01/01/2026")
})

test("without a code, and with a forged one, the check says so in both languages", async () => {
  for (const [path, state] of [
    ["/xac-thuc/bang-ke", "none"],
    ["/xac-thuc/bang-ke?s=CPS1.x.y", "tampered"],
    ["/en/xac-thuc/bang-ke?s=CPS1.x.y", "tampered"],
  ]) {
    await page.goto(`${run.shop}${path}`)
    expect(await page.getByTestId("evidence-verdict").getAttribute("data-state"), path).toBe(state)
  }
})
