import { randomUUID } from "node:crypto"
import type { Locator, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { askedFor, placeOrder, transfer, type PlacedOrder, type ToldOrder } from "./support/orders"
import { DESK, PHONE, People } from "./support/people"
import { signInOperator, signInSeller } from "./support/sign-in"
import { putOnSale } from "./support/stall"
import { readRun, type Run } from "./support/stack"

/** Money that names no order: the operator finds which it is for, and reads what comes of it before it is said. */
const people = new People(30_000)
let run: Run
let desk: Page
let handle: string
let placed: PlacedOrder
let order: ToldOrder

beforeAll(async () => {
  run = readRun()
  const farmer = await people.arrive(PHONE)
  await signInSeller(farmer, run)
  handle = (await putOnSale(run, farmer, "Chè tiền chưa rõ", 20)).handle
  desk = await people.arrive(DESK)
  await signInOperator(desk, run)
}, 180_000)
afterAll(() => people.leave())
beforeEach(async () => {
  placed = await placeOrder(run, handle)
  order = await askedFor(run, placed)
})

const dong = (amountVnd: number) => `${amountVnd.toLocaleString("vi-VN")} ₫`
const now = async () => {
  const { state, payment } = await askedFor(run, placed)
  return { state, received: payment.amount_received_vnd }
}

/** The row of money that was sent without the order's code; on which page, depends on what else waits there. */
async function sent(fields: { amount_vnd: number; account_number?: string }): Promise<Locator> {
  const reference_code = `FT${randomUUID().replaceAll("-", "").slice(0, 16)}`
  await transfer(run, { payload: order.payment.vietqr!.payload, memo: "tien mua che", reference_code, ...fields })
  return onDesk(desk.getByRole("row").filter({ hasText: reference_code }))
}

async function onDesk(row: Locator): Promise<Locator> {
  await desk.goto(`${run.admin}/unmatched-money`)
  const next = desk.getByRole("button", { name: "Sau", exact: true })
  for (;;) {
    await desk.getByRole("row").nth(1).waitFor()
    if ((await row.count()) === 1) return row
    const first = await desk.getByRole("row").nth(1).innerText()
    await next.click()
    await expect.poll(() => desk.getByRole("row").nth(1).innerText()).not.toBe(first)
  }
}

/** Opens the drawer of a row and finds the order by its code, small as people write it. */
async function findOrder(row: Locator): Promise<Locator> {
  await row.getByRole("button", { name: "Gán cho đơn", exact: true }).click()
  const drawer = desk.getByRole("dialog")
  await drawer.locator("#desk-search").fill(order.payment.vietqr!.memo.toLowerCase())
  await drawer.getByRole("button", { name: "Tìm", exact: true }).click()
  await drawer.locator("input[name=intent]").first().waitFor()
  expect(await drawer.locator("input[name=intent]").count()).toBe(1)
  return drawer
}

test("a part is let count for the order that is found by its code, then the rest; each time what will come of it stands there", async () => {
  const whole = order.payment.amount_vnd
  let drawer = await findOrder(await sent({ amount_vnd: whole - 1_000 }))
  expect(await drawer.getByRole("button", { name: "Gán", exact: true }).isDisabled()).toBe(true)
  await drawer.getByText(`Còn thiếu ${dong(whole)} / ${dong(whole)}`).waitFor()
  await drawer.locator("input[name=intent]").check()
  await drawer.getByText(`Chưa đủ: đơn còn thiếu ${dong(1_000)}.`, { exact: true }).waitFor()
  // It came to the order's own account: nobody is asked whose that is.
  expect(await drawer.getByRole("radiogroup").count()).toBe(0)
  await drawer.getByRole("button", { name: `Gán ${dong(whole - 1_000)} cho đơn này`, exact: true }).click()
  await drawer.waitFor({ state: "detached" })
  expect((await now()).received).toBe(whole - 1_000)

  const row = await sent({ amount_vnd: 1_000 })
  drawer = await findOrder(row)
  await drawer.locator("input[name=intent]").check()
  await drawer.getByText("Vừa đủ: đơn sẽ thành đã trả.", { exact: true }).waitFor()
  await drawer.getByRole("button", { name: `Gán ${dong(1_000)} cho đơn này`, exact: true }).click()
  await row.waitFor({ state: "detached" })
  await expect.poll(now, { timeout: 30_000 }).toEqual({ state: "paid", received: whole })

  drawer = await findOrder(await sent({ amount_vnd: 1_000 }))
  await drawer.getByText("đã trả đủ", { exact: true }).waitFor()
  expect(await drawer.locator("input[name=intent]").isDisabled()).toBe(true)
}, 180_000)

test("money on another account than the order's waits for a word on whose that is; too much says what goes back", async () => {
  const whole = order.payment.amount_vnd
  const drawer = await findOrder(await sent({ amount_vnd: whole + 2_000, account_number: "0000000000" }))
  await drawer.locator("input[name=intent]").check()
  await drawer.getByText(`Thừa ${dong(2_000)}: đơn sẽ thành đã trả`, { exact: false }).waitFor()
  const assign = drawer.getByRole("button", { name: `Gán ${dong(whole + 2_000)} cho đơn này`, exact: true })
  expect(await assign.isDisabled()).toBe(true)
  await drawer.getByText("0000000000, không phải tài khoản của đơn", { exact: false }).waitFor()
  await drawer.getByRole("radio", { name: /^Của chợ/ }).click()
  const [request] = await Promise.all([desk.waitForRequest((asked) => asked.method() === "POST" && asked.url().endsWith("/assign")), assign.click()])
  expect(request.postDataJSON()).toMatchObject({ amount_vnd: whole + 2_000, lies_with: "house" })
  await drawer.waitFor({ state: "detached" })
  await expect.poll(async () => (await now()).state, { timeout: 30_000 }).toBe("paid")
}, 180_000)

test("what can't be found is said, and what was found before can't be chosen any more", async () => {
  const drawer = await findOrder(await sent({ amount_vnd: 1_000 }))
  await drawer.locator("input[name=intent]").check()
  await drawer.locator("#desk-search").fill("CPXXXXXXXXX")
  await drawer.getByRole("button", { name: "Tìm", exact: true }).click()
  await drawer.getByText("Không tìm thấy khoản thanh toán VietQR nào.", { exact: true }).waitFor()
  expect(await drawer.getByRole("button", { name: "Gán", exact: true }).isDisabled()).toBe(true)
  expect(await now()).toEqual({ state: order.state, received: 0 })
}, 180_000)

test("what may be a second transfer under one reference says which one it may repeat, and leads there", async () => {
  const reference_code = `FT${randomUUID().replaceAll("-", "").slice(0, 16)}`
  for (const memo of ["tien mua che", "tien mua mat ong"]) await transfer(run, { payload: order.payment.vietqr!.payload, memo, amount_vnd: 5_000, reference_code })
  const row = await onDesk(desk.getByRole("row").filter({ hasText: reference_code }).filter({ hasText: "Có thể đã được báo rồi" }))
  await row.getByText(/^Khoản đã báo lúc .* \(SePay\): .*tien mua che.* – cũng đang chờ ở đây\.$/i).waitFor()
  await row.getByRole("button", { name: "Xem khoản ấy", exact: true }).click()
  const first = desk.getByRole("row").filter({ hasText: reference_code })
  // Until the list is that of the one row, it still shows both.
  await expect.poll(() => first.count(), { timeout: 30_000 }).toBe(1)
  await first.getByText("Không có mã đơn trong nội dung", { exact: true }).waitFor()
}, 120_000)
