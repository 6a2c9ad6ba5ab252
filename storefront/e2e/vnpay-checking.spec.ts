import { randomInt } from "node:crypto"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { placeOrder, type PlacedOrder } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { DESK, PHONE, People } from "./support/people"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale } from "./support/stall"

/** VNPay holds the buyer's money and suspects it: what the buyer's page of the order and the shop's say until it has decided. */
const people = new People(30_000)
let run: Run
let buyer: Page
let farmer: Page
let title: string
let handle: string
let order: PlacedOrder
let txnRef: string

beforeAll(async () => {
  run = readRun()
  farmer = await people.arrive(PHONE)
  await signInSeller(farmer, run)
  title = `Mật ong chờ kiểm tra ${randomInt(1_000_000)}`
  handle = (await putOnSale(run, farmer, title, 20)).handle
  order = await placeOrder(run, handle, "vnpay")
  buyer = await people.arrive(PHONE)
}, 180_000)
afterAll(() => people.leave())

const orderPage = (prefix = "", more = "", of = order) => `${run.shop}${prefix}/don-hang/${of.id}?k=${encodeURIComponent(of.access_token)}${more}`
const post = { method: "POST", headers: { "content-type": "application/json" } }

/** Pays at the simulated VNPay on another device; it debits the account and suspects the payment. */
async function paySuspected(of = order): Promise<string> {
  const headers = { ...post.headers, "x-publishable-api-key": run.publishable_key }
  const { redirect_url } = await json<{ redirect_url: string }>(`${run.backend}/store/order-groups/${of.id}/vnpay`, { ...post, headers, body: JSON.stringify({ access_token: of.access_token }) })
  const query = redirect_url.slice(redirect_url.indexOf("?") + 1)
  await fetch(`${run.backend}/sandbox/vnpay/paymentv2/vpcpay.html`, { method: "POST", redirect: "manual", body: new URLSearchParams({ query, outcome: "suspected", ipn: "before" }) })
  return new URLSearchParams(query).get("vnp_TxnRef")!
}

test("the open page turns by itself: being checked, nothing to pay, no time that runs out, no other way to pay", async () => {
  await buyer.goto(orderPage())
  await buyer.getByTestId("pay-vnpay").waitFor()
  expect(await buyer.getByTestId("time-left").count()).toBe(1)
  txnRef = await paySuspected()
  await buyer.getByTestId("vnpay-checking").waitFor()
  for (const gone of ["pay-vnpay", "vnpay-qr", "time-left", "pay-help", "rail-fold"]) expect(await buyer.getByTestId(gone).count(), gone).toBe(0)
  const said = await buyer.locator("main").innerText()
  for (const words of ["Đang kiểm tra khoản tiền của bạn", "tiền không mất", "Đừng trả lần thứ hai", "VNPay xác nhận có tiền", "VNPay từ chối"]) expect(said).toContain(words)
  // A day from now on the operator's clock, unless they decided on another time.
  expect(said).toMatch(/muộn nhất đến \d\d:\d\d, \d\d\/\d\d\/\d{4}/)
  expect(said).not.toMatch(/Còn một bước|Đã hết giờ|Nhờ người khác trả|Đổi cách trả tiền/)
  expect(await buyer.getByTestId("order-state").innerText()).toBe("VNPay đang kiểm tra")
  await checkPage(buyer)
  expect(await scriptKib(buyer, buyer.url())).toBeLessThanOrEqual(190)
}, 120_000)

test("who cancels reads what becomes of the money; an old word of VNPay's in the address is not believed", async () => {
  await buyer.goto(orderPage("", "&vnpay=failed&failure=insufficient_funds"))
  expect(await buyer.getByTestId("vnpay-said").count()).toBe(0)
  await buyer.getByTestId("cancel-fold").locator("summary").click()
  const words = await buyer.getByTestId("cancel-fold").innerText()
  expect(words).toContain("nếu sau đó VNPay xác nhận có tiền, toàn bộ được hoàn về")
  expect(words).not.toContain("Đơn chưa trả tiền")
}, 60_000)

test("the shop reads it in its list and on the order: not paid, not to be sent, and until when", async () => {
  await farmer.goto(`${run.shop}/ban-hang`)
  const card = farmer.getByRole("link").filter({ hasText: title })
  const until = /muộn nhất đến (\d\d:\d\d, \d\d\/\d\d\/\d{4})/.exec(await card.innerText())?.[1]
  expect(await card.innerText()).toContain("VNPay đang kiểm tra")
  expect(until).toBeTruthy()
  await checkPage(farmer)
  await card.click()
  const state = farmer.getByTestId("payment-checking")
  await state.waitFor()
  expect(await state.innerText()).toContain(`Đến ${until} mà VNPay vẫn chưa trả lời`)
  const said = await farmer.locator("main").innerText()
  for (const words of ["VNPay đang kiểm tra khoản", "chưa gửi vội", "VNPay xác nhận có tiền", "VNPay từ chối"]) expect(said).toContain(words)
  expect(said).not.toMatch(/Chờ tiền|Chưa trả|Người mua có thể trả đến/)
  await farmer.getByTestId("whole-fold").locator("summary").click()
  expect(await farmer.getByTestId("whole-fold").innerText()).toContain("nếu sau đó VNPay xác nhận có tiền")
  await checkPage(farmer)
}, 60_000)

test("in English, at a desk, without scripts", async () => {
  const desk = await people.arrive({ ...DESK, javaScriptEnabled: false })
  await desk.goto(orderPage("/en"))
  const said = await desk.locator("main").innerText()
  for (const words of ["Your payment is being checked", "Please do not pay a second time"]) expect(said).toContain(words)
  expect(said).not.toMatch(/One step left|The time to pay|Let somebody else pay/)
}, 60_000)

test("VNPay says yes: the page turns green", async () => {
  await json(`${run.backend}/sandbox/vnpay/transactions/${txnRef}`, { ...post, body: JSON.stringify({ outcome: "success" }) })
  await buyer.getByTestId("order-paid").waitFor({ timeout: 150_000 })
}, 180_000)

test("VNPay says no: the page it sent the buyer back to says so by itself, whatever its address says", async () => {
  const second = await placeOrder(run, handle, "vnpay")
  const denied = await paySuspected(second)
  await buyer.goto(orderPage("", "&vnpay=pending", second))
  await buyer.getByTestId("vnpay-checking").waitFor()
  await json(`${run.backend}/sandbox/vnpay/transactions/${denied}`, { ...post, body: JSON.stringify({ outcome: "denied" }) })
  await buyer.getByTestId("pay-vnpay").waitFor({ timeout: 150_000 })
  expect(await buyer.getByTestId("vnpay-said").innerText()).toContain("VNPay báo chưa trả được tiền")
  expect(await buyer.locator("main").innerText()).not.toContain("VNPay đang xử lý")
}, 180_000)
