import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { json, readRun, type Run } from "./support/stack"

type Listing = { variant_id: string; available_quantity: number; seller: { id: string } }
type Placed = { id: string; access_token: string }

/** One cart of two shops; the buyer takes one shop's order back on a phone, with scripts and without. */
describe("one order of a checkout is taken back", () => {
  let run: Run
  let browser: Browser

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser?.close())

  async function twoShops(rail: string): Promise<Placed> {
    const headers = { "x-publishable-api-key": run.publishable_key, "content-type": "application/json" }
    const ask = <T>(path: string, body?: object) => json<T>(`${run.backend}/store${path}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) })
    const { products } = await ask<{ products: { handle: string }[] }>("/products?limit=100&fields=handle")
    const chosen = new Map<string, Listing>()
    for (const { handle } of products) {
      if (chosen.size === 2) break
      const { listing } = await ask<{ listing: Listing }>(`/listings/${handle}`)
      if (listing.available_quantity >= 3 && !chosen.has(listing.seller.id)) chosen.set(listing.seller.id, listing)
    }
    const { regions } = await ask<{ regions: { id: string }[] }>("/regions")
    const { cart } = await ask<{ cart: { id: string } }>("/carts", { region_id: regions[0]?.id })
    for (const { variant_id } of chosen.values()) await ask(`/carts/${cart.id}/line-items`, { variant_id, quantity: 1 })
    const { units: communes } = await ask<{ units: { code: string }[] }>("/administrative-units/communes?province=19")
    await ask(`/carts/${cart.id}/delivery`, { name: "Người mua thử", phone: "0912345678", province_code: "19", commune_code: communes[0]?.code, street: "Số 1, xóm Thử" })
    return (await ask<{ order_group: Placed }>(`/carts/${cart.id}/place`, { rail })).order_group
  }

  async function open({ id, access_token }: Placed, prefix: string, javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${run.shop}${prefix}/don-hang/${id}?k=${access_token}`)
    return page
  }

  const states = (page: Page) => page.locator('[data-testid^="order-"][data-state]').evaluateAll((orders) => orders.map((order) => order.getAttribute("data-state")))

  test.each([
    ["VNPay, Vietnamese", "vnpay", "", true],
    ["VietQR, English", "vietqr", "/en", true],
    ["cash, without scripts", "cod", "", false],
  ])("%s", async (_what, rail, prefix, scripts) => {
    const page = await open(await twoShops(rail), prefix, scripts)
    const waiting = (await states(page))[0]!
    expect(await states(page)).toEqual([waiting, waiting])
    expect(await page.getByTestId("cancel-fold").count()).toBe(2)
    const first = page.locator('[data-testid^="order-"][data-state]').first()
    await first.getByTestId("cancel-fold").locator("summary").click()
    await first.locator('select[name="reason"]').selectOption("ordered_wrong")
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await first.getByTestId("cancel-order").click()
    await page.locator('[data-testid^="order-"][data-state="canceled"]').waitFor()
    expect((await states(page)).sort()).toEqual(["canceled", waiting].sort())
    // The other can still be paid, and taken back.
    expect(await page.getByTestId("cancel-fold").count()).toBe(1)
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/group-cancel-${rail}.png`, fullPage: true })
    await page.context().close()
  }, 90_000)
})
