import { randomInt } from "node:crypto"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { placeOrder, transfer, type PlacedOrder } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale } from "./support/stall"

/** The buyer says that the goods came; the shop reads it. */
describe("the goods came", () => {
  let run: Run
  let browser: Browser
  let farmer: Page
  let handle: string
  const contexts: BrowserContext[] = []

  async function person(options: object = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return page
  }

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    farmer = await person()
    await signInSeller(farmer, run)
    handle = (await putOnSale(run, farmer, `Mật ong kiểm thử ${randomInt(1_000_000)}`, 20)).handle
  }, 300_000)

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser?.close()
  })

  const link = (order: PlacedOrder, prefix = "") => `${run.shop}${prefix}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`
  const card = (page: Page) => page.locator('[data-testid^="order-"][data-state]').first()

  async function shipped(page: Page): Promise<{ order: PlacedOrder; orderId: string }> {
    const order = await placeOrder(run, handle)
    await page.goto(link(order))
    await transfer(run, { payload: (await page.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? "" })
    await page.waitForTimeout(500)
    for (const deadline = Date.now() + 150_000; (await card(page).getAttribute("data-state")) !== "paid" && Date.now() < deadline; ) {
      await page.waitForTimeout(500)
      await page.reload()
    }
    const orderId = ((await card(page).getAttribute("data-testid")) ?? "").replace("order-", "")
    const token = (await farmer.context().cookies()).find((cookie) => cookie.name === "cho_phien_seller")?.value
    await json(`${run.backend}/seller/orders/${orderId}/ship`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ carrier: "Bưu điện Thái Nguyên" }) })
    return { order, orderId }
  }

  test("one tap; before it she reads what it brings about, afterwards both see when", async () => {
    const buyer = await person()
    const { orderId } = await shipped(buyer)
    await buyer.reload()
    expect(await buyer.getByTestId("received-form").innerText()).toMatch(/Bạn vẫn khiếu nại được/)
    expect((await buyer.getByTestId("received").boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await checkPage(buyer)
    expect(await scriptKib(buyer, buyer.url())).toBeLessThanOrEqual(190)
    await buyer.getByTestId("received").click()
    await buyer.getByTestId("arrived").waitFor()
    expect(await card(buyer).getAttribute("data-state")).toBe("delivered")
    expect(await buyer.getByTestId("received-form").count()).toBe(0)
    expect(await buyer.getByTestId("arrived").innerText()).toMatch(/Bạn đã báo nhận được hàng lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}/)
    await checkPage(buyer)
    await farmer.goto(`${run.shop}/ban-hang/don/${orderId}`)
    expect(await farmer.getByTestId("received-at").innerText()).toContain("Người mua báo đã nhận được hàng")
    await checkPage(farmer)
  }, 300_000)

  test("without scripts, and in English", async () => {
    const scripted = await person()
    const { order } = await shipped(scripted)
    const buyer = await person({ javaScriptEnabled: false })
    await buyer.goto(link(order, "/en"))
    expect(await buyer.getByTestId("received-form").innerText()).toContain("You can still complain")
    await buyer.getByTestId("received").click()
    await buyer.getByTestId("arrived").waitFor()
    expect(await buyer.getByTestId("arrived").innerText()).toContain("You said at")
  }, 300_000)
})
