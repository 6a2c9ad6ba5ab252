import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addToCart, toPayment } from "./support/checkout"
import { openShop } from "./support/open-shop"
import { checkPage, scriptKib } from "./support/page-checks"
import { PHONE, People } from "./support/people"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale, type OnSale } from "./support/stall"


/** An order that came to nothing goes back into the basket, as far as it can still be had. The steps follow each other. */
describe("ordering again", () => {
  const people = new People()
  let run: Run
  let farmer: Page
  let buyer: Page
  let tea: OnSale
  let honey: OnSale
  let again: string

  /** The shop changes what it offers, as over its own pages. */
  async function change(listing: OnSale, to: object): Promise<void> {
    const token = (await farmer.context().cookies()).find((cookie) => cookie.name === "cho_phien_seller")?.value
    await json(`${run.backend}/seller/listings/${listing.id}`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify(to) })
  }

  const quantities = async () => (await buyer.getByTestId("cart-line").locator('input[name="quantity"]:not([type=hidden])').evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)))).sort()

  beforeAll(async () => {
    run = readRun()
    farmer = await people.arrive()
    await signInSeller(farmer, run, await openShop(run))
    tea = await putOnSale(run, farmer, "Trà đặt lại", 5)
    honey = await putOnSale(run, farmer, "Mật ong đặt lại", 5)
    buyer = await people.arrive()
  }, 180_000)

  afterAll(() => people.leave())

  test("the closed order offers it once, and its page says what changed since: a price, a quantity", async () => {
    await addToCart(run, buyer, tea.handle, 3)
    await addToCart(run, buyer, honey.handle)
    await toPayment(run, buyer)
    await buyer.getByTestId("rail-vietqr").check()
    await buyer.getByTestId("place-order").click()
    await buyer.waitForURL(/don-hang/)
    expect(await buyer.getByTestId("again").count()).toBe(0)
    await buyer.getByTestId("cancel-fold").locator("summary").click()
    await buyer.getByTestId("cancel-order").click()
    await buyer.getByTestId("again").waitFor()
    await change(tea, { price_vnd: 165_000, stock_quantity: 2 })
    await buyer.getByTestId("again").click()
    await buyer.getByTestId("order-again").waitFor()
    again = buyer.url()
    const page = await buyer.locator("main").innerText()
    expect(page).toContain("nay chỉ còn 2")
    expect(await buyer.getByTestId("again-price").innerText()).toMatch(/150\.000.*165\.000/)
    expect(await buyer.getByTestId("again-total").getAttribute("data-amount")).toBe(String(2 * 165_000 + 150_000))
    await checkPage(buyer)
    expect(await scriptKib(buyer, again)).toBeLessThanOrEqual(190)
  })

  test("a tap fills the basket with address and delivery; doing it again doubles nothing", async () => {
    await buyer.getByTestId("again-submit").click()
    await buyer.waitForURL(/gio-hang/)
    expect(await quantities()).toEqual([1, 2])
    await buyer.goto(`${run.shop}/thanh-toan`)
    expect(await buyer.getByTestId("delivery-address").innerText()).toContain("Số 1, ngõ 2")
    await buyer.goto(again)
    await buyer.getByText("không cộng dồn").waitFor()
    await buyer.getByTestId("again-submit").click()
    await buyer.waitForURL(/gio-hang/)
    expect(await quantities()).toEqual([1, 2])
  })

  test("what is sold out is said, without scripts and in English too; with nothing left there is no button", async () => {
    await change(tea, { stock_quantity: 0 })
    const plain = await people.arrive({ ...PHONE, javaScriptEnabled: false })
    await plain.goto(again)
    await plain.getByText("Vừa hết hàng").waitFor()
    await plain.getByTestId("again-submit").click()
    await plain.waitForURL(/gio-hang/)
    expect(await plain.getByTestId("cart-line").count()).toBe(1)
    await change(honey, { stock_quantity: 0 })
    const { pathname, search } = new URL(again)
    await plain.goto(`${run.shop}/en${pathname}${search}`)
    await plain.getByText("nothing of this order is left").waitFor()
    expect(await plain.getByTestId("again-submit").count()).toBe(0)
  })

  test("nobody without the key sees it, and an order that stands has none", async () => {
    const stranger = await people.arrive()
    const { pathname } = new URL(again)
    expect((await stranger.goto(`${run.shop}${pathname}`))?.status()).toBe(404)
    expect((await stranger.goto(`${run.shop}${pathname}?k=wrong`))?.status()).toBe(404)
    expect((await buyer.goto(`${run.shop}${pathname}?don=order_none`))?.status()).toBe(404)
  })
})
