import { randomInt } from "node:crypto"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addToCart, toPayment } from "./support/checkout"
import { PHONE, People } from "./support/people"
import { signInSeller } from "./support/sign-in"
import { putOnSale, type OnSale } from "./support/stall"
import { json, readRun, type Run } from "./support/stack"


/** What can happen to an order between placing and shipping, on two phones. The steps follow each other. */
describe("the life of an order", () => {
  const people = new People(30_000)
  let run: Run
  let farmer: Page
  let buyer: Page
  let goods: OnSale

  beforeAll(async () => {
    run = readRun()
    farmer = await people.arrive(PHONE)
    await signInSeller(farmer, run)
    goods = await putOnSale(run, farmer, `Miến dong kiểm thử ${randomInt(1_000_000)}`, 20)
    buyer = await people.arrive(PHONE)
  }, 180_000)

  afterAll(() => people.leave())

  const order = () => buyer.locator('[data-testid^="order-"][data-state]').first()
  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  const orderId = async () => ((await order().getAttribute("data-testid")) ?? "").replace("order-", "")

  async function placeOrder(rail: string, quantity: number): Promise<void> {
    await addToCart(run, buyer, goods.handle, quantity)
    await toPayment(run, buyer)
    await buyer.getByTestId(`rail-${rail}`).check()
    await buyer.getByTestId("place-order").click()
    await buyer.waitForURL(/don-hang/)
    await order().waitFor()
  }

  test("she pays another way, then takes the order back, and the page says so", async () => {
    await placeOrder("vietqr", 1)
    await buyer.getByTestId("rail-fold").locator("summary").click()
    expect(await fits(buyer)).toBe(true)
    await buyer.getByTestId("change-to-vnpay").click()
    await buyer.getByTestId("pay-vnpay").waitFor()
    expect(await buyer.getByTestId("vietqr-payload").count()).toBe(0)
    await buyer.getByTestId("cancel-fold").locator("summary").click()
    await buyer.locator('select[name="reason"]').selectOption("changed_mind")
    expect(await fits(buyer)).toBe(true)
    await buyer.getByTestId("cancel-order").click()
    await buyer.getByTestId("aftermath").waitFor()
    expect(await order().getAttribute("data-state")).toBe("canceled")
    expect(await buyer.getByTestId("aftermath").innerText()).toContain("đổi ý")
  }, 180_000)

  test("with a key that is not the order's it can't be changed: the form says why and stays", async () => {
    await placeOrder("vietqr", 1)
    const fold = buyer.getByTestId("rail-fold")
    await fold.locator("summary").click()
    await fold.locator("input[name=access_token]").evaluate((input: HTMLInputElement) => void (input.value = "of-another-order"))
    await buyer.getByTestId("change-to-vnpay").click()
    const said = fold.getByRole("alert")
    await said.waitFor()
    const group = new URL(buyer.url()).pathname.split("/").at(-1)
    const refused = await fetch(`${run.backend}/store/order-groups/${group}/rail`, {
      method: "POST",
      headers: { "x-publishable-api-key": run.publishable_key, "content-type": "application/json", "accept-language": "vi" },
      body: JSON.stringify({ access_token: "of-another-order", rail: "vnpay" }),
    })
    expect(await said.innerText()).toBe(((await refused.json()) as { message: string }).message)
    await buyer.reload()
    await buyer.getByTestId("vietqr-payload").waitFor()
    expect(await buyer.getByTestId("pay-vnpay").count()).toBe(0)
  }, 180_000)

  test("paid, the farmer is one short: the buyer sees what is missing and what comes back", async () => {
    await placeOrder("vietqr", 2)
    const payload = (await buyer.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? ""
    await json(`${run.backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ payload }) })
    await buyer.getByTestId("order-paid").waitFor()
    await farmer.goto(`${run.shop}/ban-hang/don/${await orderId()}`)
    await farmer.getByTestId("part-fold").locator("summary").click()
    await farmer.getByTestId("keep").fill("1")
    await farmer.locator("#part-note").fill("Mẻ này ra ít hơn dự tính")
    expect(await fits(farmer)).toBe(true)
    await farmer.getByTestId("act-cancel-items").click()
    await farmer.getByTestId("outcome").waitFor()
    await buyer.reload()
    expect(await buyer.getByTestId("shortfall").innerText()).toMatch(/hết hàng[^]*Mẻ này ra ít hơn dự tính/)
    expect(await buyer.getByTestId("canceled-vnd").getAttribute("data-amount")).toBe("150000")
    expect(await buyer.getByTestId("refund").getAttribute("data-amount")).toBe("150000")
  }, 180_000)

  test("cash at the door: the farmer says yes, ships, takes the money", async () => {
    await placeOrder("cod", 1)
    await buyer.getByTestId("order-cash").waitFor()
    await buyer.getByTestId("cash-due").waitFor()
    await farmer.goto(`${run.shop}/ban-hang/don/${await orderId()}`)
    await farmer.getByTestId("act-confirm").click()
    await farmer.getByTestId("ship").click()
    await farmer.getByTestId("act-cash-collected").click()
    await farmer.locator('[data-state="delivered"]').waitFor()
    await buyer.reload()
    await buyer.getByTestId("order-paid").waitFor()
  }, 180_000)
})
