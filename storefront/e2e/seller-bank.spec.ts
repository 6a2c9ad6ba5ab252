import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { openShop } from "./support/open-shop"
import { placeOrder, transfer, type PlacedOrder } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale } from "./support/stall"

const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN" }
const SECRET = "mot_khoa_bi_mat_de_kiem_thu"

type Group = { orders: { id: string; state: string; payment: { amount_vnd: number; vietqr: { payload: string; memo: string } | null } }[] }

/** The pages by which a shop learns that money came, and says so where no bank does. The steps follow each other. */
describe("the shop's bank", () => {
  let run: Run
  let browser: Browser
  let farmer: Page
  let handle: string
  const contexts: BrowserContext[] = []

  async function person(options: object = PHONE): Promise<Page> {
    const context = await browser.newContext(options)
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }

  const groupOf = async ({ id, access_token }: PlacedOrder) =>
    (await json<{ order_group: Group }>(`${run.backend}/store/order-groups/${id}`, { headers: { "x-publishable-api-key": run.publishable_key, "x-order-key": access_token } })).order_group

  async function waitingOrder() {
    const placed = await placeOrder(run, handle)
    const [order] = (await groupOf(placed)).orders
    return { placed, id: order!.id, amountVnd: order!.payment.amount_vnd, memo: order!.payment.vietqr!.memo, payload: order!.payment.vietqr!.payload }
  }

  const bankPage = () => farmer.goto(`${run.shop}/ban-hang/tien/ngan-hang`)
  const notice = async (secret: string) => {
    const url = (await farmer.getByTestId("webhook-url").innerText()).trim()
    const order = await waitingOrder()
    await transfer(run, { payload: order.payload, webhook_path: new URL(url).pathname, webhook_secret: secret } as Parameters<typeof transfer>[1])
    return order
  }

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    farmer = await person()
    await signInSeller(farmer, run, await openShop(run))
    handle = (await putOnSale(run, farmer, "Hàng thử ngân hàng", 20)).handle
  }, 180_000)

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser?.close()
  })

  test("nothing chosen and too short a secret are said beside their fields; the choice stays, the secret does not", async () => {
    await farmer.goto(`${run.shop}/ban-hang/tien`)
    await checkPage(farmer)
    await farmer.getByTestId("bank-connection").click()
    await farmer.getByTestId("connect-bank").click()
    await farmer.getByText("Chọn dịch vụ bạn đang dùng.").waitFor()
    await farmer.getByText("Dán khoá bí mật lấy từ dịch vụ.").waitFor()
    await checkPage(farmer)
    await farmer.getByTestId("provider").selectOption("sepay")
    await farmer.getByTestId("secret").fill("ngan")
    await farmer.getByTestId("connect-bank").click()
    await farmer.getByText("Dán khoá bí mật lấy từ dịch vụ.").waitFor({ state: "detached" })
    await farmer.locator('[data-testid="secret"][aria-invalid="true"]').waitFor()
    expect(await farmer.getByTestId("provider").inputValue()).toBe("sepay")
    expect(await farmer.getByTestId("secret").inputValue()).toBe("")
    expect(await farmer.locator("main").innerText()).not.toContain("undefined")
    expect(await farmer.getByTestId("webhook-url").count()).toBe(0)
  }, 60_000)

  test("connected, it shows the address to paste and waits to hear; a wrong secret is told, the right one pays", async () => {
    await farmer.getByTestId("provider").selectOption("sepay")
    await farmer.getByTestId("secret").fill(SECRET)
    await farmer.getByTestId("connect-bank").click()
    await farmer.getByTestId("bank-silent").waitFor()
    expect(await farmer.getByTestId("webhook-url").innerText()).toMatch(/\/hooks\/sepay\/\S{20,}/)
    expect(await farmer.content()).not.toContain(SECRET)
    await checkPage(farmer)
    expect(await scriptKib(farmer, farmer.url())).toBeLessThanOrEqual(190)

    await notice("mot_khoa_khac_hoan_toan")
    await bankPage()
    await farmer.getByTestId("bank-refused").waitFor()
    const order = await notice(SECRET)
    await bankPage()
    await farmer.getByTestId("bank-heard").waitFor()
    await expect.poll(async () => (await groupOf(order.placed)).orders[0]?.state, { timeout: 20_000 }).toBe("paid")
    await farmer.goto(`${run.shop}/ban-hang/don/${order.id}`)
    await farmer.locator('[data-state="paid"]').first().waitFor()
    expect(await farmer.getByTestId("money-received").count()).toBe(0)

    await farmer.goto(`${run.shop}/en/ban-hang/tien/ngan-hang`)
    await farmer.getByTestId("bank-heard").waitFor()
    await checkPage(farmer)
    await bankPage()
    await farmer.getByTestId("disconnect-bank").click()
    await farmer.getByTestId("webhook-url").waitFor({ state: "detached" })
  }, 120_000)

  test("without a bank that tells, the shop says it: what is missing or wrong is said and nothing typed is lost", async () => {
    const order = await waitingOrder()
    await farmer.goto(`${run.shop}/ban-hang/don/${order.id}`)
    const fold = farmer.getByTestId("money-received")
    await fold.locator("summary").click()
    expect(await fold.innerText()).toContain(order.memo)
    await checkPage(farmer)
    await farmer.getByTestId("bank_reference").fill("FT26326000001")
    await farmer.getByTestId("say-received").click()
    await farmer.getByText("Ghi số tiền bằng chữ số").waitFor()
    await farmer.getByText("Đánh dấu ô này khi đã thấy tiền.").waitFor()
    await farmer.getByTestId("amount_vnd").fill(String(order.amountVnd - 1_000))
    await farmer.getByTestId("seen").check()
    await farmer.getByTestId("say-received").click()
    await fold.getByRole("alert").waitFor()
    expect(await farmer.getByTestId("amount_vnd").inputValue()).toBe(String(order.amountVnd - 1_000))
    expect(await farmer.getByTestId("bank_reference").inputValue()).toBe("FT26326000001")
    expect(await farmer.getByTestId("seen").isChecked()).toBe(true)
    await checkPage(farmer)

    const buyer = await person()
    await buyer.goto(`${run.shop}/don-hang/${order.placed.id}?k=${encodeURIComponent(order.placed.access_token)}`)
    await farmer.getByTestId("amount_vnd").fill(order.amountVnd.toLocaleString("vi-VN"))
    await farmer.getByTestId("say-received").click()
    const said = farmer.getByTestId("said-by-hand")
    await said.waitFor()
    expect(await said.innerText()).toContain("ngân hàng chưa báo")
    await buyer.getByTestId("order-paid").waitFor()
    expect(await farmer.getByTestId("money-received").count()).toBe(0)

    // The bank's own word later confirms it and counts nothing twice.
    await transfer(run, { payload: order.payload })
    await expect.poll(async () => (await farmer.reload(), said.innerText()), { timeout: 20_000 }).toContain("Ngân hàng đã báo khoản tiền này.")
    await checkPage(farmer)
  }, 120_000)

  test("both orders stand in the shop's statement, each once", async () => {
    await farmer.goto(`${run.shop}/ban-hang/doi-soat`)
    await checkPage(farmer)
    expect(await farmer.locator("main").getByText("Vào thẳng tài khoản của bạn").count()).toBe(2)
    await farmer.goto(`${run.shop}/ban-hang/tien`)
    const links = farmer.getByTestId("money-received").getByRole("link")
    await links.nth(1).waitFor()
    expect(await links.count()).toBe(2)
  }, 60_000)
})
