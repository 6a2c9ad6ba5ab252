import { randomInt } from "node:crypto"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { placeOrder, transfer, type PlacedOrder } from "./support/orders"
import { checkPage } from "./support/page-checks"
import { PHONE, People } from "./support/people"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale } from "./support/stall"

/** A transfer to the QR of before, when the order has gone over to VNPay: what the buyer reads until it is enough. */
const people = new People(30_000)
let run: Run
let buyer: Page
let order: PlacedOrder

beforeAll(async () => {
  run = readRun()
  const farmer = await people.arrive(PHONE)
  await signInSeller(farmer, run)
  order = await placeOrder(run, (await putOnSale(run, farmer, `Gạo chuyển muộn ${randomInt(1_000_000)}`, 20)).handle)
  buyer = await people.arrive(PHONE)
}, 180_000)
afterAll(() => people.leave())

const orderPage = (prefix = "") => `${run.shop}${prefix}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`

test("too little stays unclear and says that the order still asks for all of it; with the rest the order is paid", async () => {
  await buyer.goto(orderPage())
  const payload = (await buyer.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? ""
  const headers = { "x-publishable-api-key": run.publishable_key, "content-type": "application/json" }
  const { order_group } = await json<{ order_group: { total_vnd: number } }>(`${run.backend}/store/order-groups/${order.id}/rail`, { method: "POST", headers, body: JSON.stringify({ access_token: order.access_token, rail: "vnpay" }) })
  await transfer(run, { payload, amount_vnd: 5_000 })
  const unclear = buyer.getByTestId("unclear-money")
  for (const deadline = Date.now() + 150_000; (await unclear.count()) === 0 && Date.now() < deadline; ) {
    await buyer.waitForTimeout(500)
    await buyer.goto(orderPage())
  }
  expect(await unclear.innerText()).toMatch(/5\.000.*chưa đủ tiền đơn.*vẫn cần trả đủ/)
  await checkPage(buyer)
  await buyer.goto(orderPage("/en"))
  expect(await unclear.innerText()).toContain("still has to be paid in full")
  await buyer.goto(orderPage())
  await transfer(run, { payload, amount_vnd: order_group.total_vnd - 5_000 })
  await buyer.getByTestId("order-paid").waitFor({ timeout: 150_000 })
}, 400_000)
