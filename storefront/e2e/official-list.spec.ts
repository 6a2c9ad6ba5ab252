import { randomInt } from "node:crypto"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { signInOfficial } from "./support/sign-in"
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
