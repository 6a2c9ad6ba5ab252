import { randomInt } from "node:crypto"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { placeOrder, transfer } from "./support/orders"
import { openOwnShop, type OwnShop } from "./support/shop-of-its-own"
import { readRun, type Run } from "./support/stack"
import { someGoods } from "./support/stall"

/** The backend does not answer: nothing is lost, and every page says so in its reader's language. */
let run: Run
let browser: Browser
let shop: OwnShop
let page: Page
let handle: string

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  handle = await someGoods(run, browser, `Trà vắng kiểm thử ${randomInt(1_000_000)}`, 20)
  shop = await openOwnShop(run)
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })).newPage()
  page.setDefaultTimeout(40_000)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

test("while she waits to pay: the code stays on the page, a line says why nothing moves, and it goes on by itself", async () => {
  const order = await placeOrder(run, handle)
  await page.goto(`${shop.url}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`)
  const payload = (await page.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? ""
  const line = page.getByTestId("watch-trouble")
  expect(await line.innerText()).toBe("")
  await shop.cutOff()
  await line.getByText("Chưa hỏi được chợ").waitFor()
  expect(await page.getByTestId("vietqr-payload").getAttribute("data-payload")).toBe(payload)
  await transfer(run, { payload })
  await shop.connect()
  await page.getByTestId("order-paid").waitFor()
  await line.getByText("Chưa hỏi được chợ").waitFor({ state: "detached" })
}, 180_000)

test("the basket and the payment say that it can be tried again, in the reader's language, and trying again helps", async () => {
  await page.goto(`${shop.url}/san-pham/${handle}`)
  await page.getByTestId("add-to-cart").click()
  await page.getByTestId("added-to-cart").waitFor()
  await shop.cutOff()
  for (const [path, words] of [["/gio-hang", "Thử lại"], ["/thanh-toan", "Thử lại"], ["/en/gio-hang", "Try again"]] as const) {
    await page.goto(`${shop.url}${path}`)
    await page.getByRole("alert").getByRole("button", { name: words }).waitFor()
  }
  await shop.connect()
  await page.getByRole("button", { name: "Try again" }).click()
  await page.getByTestId("cart-line").waitFor()
}, 180_000)
