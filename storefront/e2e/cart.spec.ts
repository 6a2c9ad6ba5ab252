import { randomInt } from "node:crypto"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { openShop } from "./support/open-shop"
import { checkPage, scriptKib } from "./support/page-checks"
import { signInBuyer, signInSeller } from "./support/sign-in"
import { readRun, type Run } from "./support/stack"
import { putOnSale, type OnSale } from "./support/stall"

const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN", hasTouch: true }
/** KiB of JavaScript on the wire for a first visit, as for every page of the shop. */
const SCRIPT_BUDGET_KIB = 190

/** A shop that sends in its province only, a buyer in Hà Nội, and a basket that says so before an address is typed. */
describe("shipping in the basket", () => {
  let run: Run
  let browser: Browser
  const contexts: BrowserContext[] = []
  let farmer: Page
  let buyer: Page
  let goods: OnSale
  const title = `Măng khô thử giao ${randomInt(1_000_000)}`

  async function person(options: object = PHONE): Promise<Page> {
    const context = await browser.newContext(options)
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }

  async function addToCart(page: Page, path: string): Promise<void> {
    await page.goto(`${run.shop}${path}`)
    await page.getByTestId("add-to-cart").click()
    await page.getByTestId("added-to-cart").waitFor()
  }

  async function goTo(page: Page, province: string, commune: string): Promise<void> {
    await page.locator('[name="province_code"]').selectOption(province)
    await page.locator(`[name="commune_code"] option[value="${commune}"]`).waitFor({ state: "attached" })
    await page.locator('[name="commune_code"]').selectOption(commune)
    await page.getByTestId("destination-submit").click()
    await page.getByTestId("cart-destination").waitFor()
  }

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    farmer = await person()
    const phone = await openShop(run)
    await signInSeller(farmer, run, phone)
    goods = await putOnSale(run, farmer, title)
    buyer = await person()
  }, 180_000)

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser?.close()
  })

  test("the shop tries its fees out, is told what is wrong, and saves them from a phone", async () => {
    await farmer.goto(`${run.shop}/ban-hang/them`)
    await farmer.getByTestId("shipping-link").click()
    await farmer.getByTestId("tariff-form").waitFor()
    await checkPage(farmer)
    await farmer.locator('[name="ships_within"]').selectOption("province")
    await farmer.locator('[name="zones.province.base_vnd"]').fill("hai mươi")
    await farmer.locator('[name="free_from_vnd"]').fill("400.000")
    await farmer.getByTestId("tariff-save").click()
    await farmer.getByTestId("tariff-problem").waitFor()
    // What was typed stays, beside what is wrong with it.
    expect(await farmer.locator('[name="zones.province.base_vnd"]').inputValue()).toBe("hai mươi")
    expect(await farmer.locator('[name="ships_within"]').inputValue()).toBe("province")
    expect(await farmer.locator('[name="free_from_vnd"]').inputValue()).toBe("400.000")

    await farmer.locator('[name="zones.province.base_vnd"]').fill("18000")
    await farmer.getByTestId("tariff-try").click()
    await farmer.getByTestId("tariff-done").waitFor()
    expect(await farmer.getByTestId("tariff-examples").innerText()).toContain("Không giao")
    await farmer.reload()
    expect(await farmer.locator('[name="ships_within"]').inputValue()).toBe("nationwide")

    await farmer.locator('[name="ships_within"]').selectOption("province")
    await farmer.locator('[name="zones.province.base_vnd"]').fill("18000")
    await farmer.locator('[name="free_from_vnd"]').fill("400000")
    await farmer.getByTestId("tariff-save").click()
    await farmer.getByTestId("tariff-done").waitFor()
    await farmer.reload()
    expect(await farmer.locator('[name="zones.province.base_vnd"]').inputValue()).toBe("18.000")
    expect(await farmer.locator('[name="free_from_vnd"]').inputValue()).toBe("400.000")
    await farmer.goto(`${run.shop}/en/ban-hang/them/giao-hang`)
    await farmer.getByText("These are the shop’s own fees.").waitFor()
  })

  test("the basket asks for the place once and says who does not deliver there, and what to do", async () => {
    await addToCart(buyer, `/san-pham/${goods.handle}`)
    await buyer.goto(`${run.shop}/tim-kiem?q=mat+ong&province=19`)
    await addToCart(buyer, (await buyer.getByTestId("product-card").first().getByRole("link").first().getAttribute("href")) ?? "")
    await buyer.goto(`${run.shop}/gio-hang`)
    await goTo(buyer, "01", "00004")
    await checkPage(buyer)
    expect(await buyer.getByTestId("unreachable").innerText()).toMatch(/không giao tới phường Ba Đình/)
    expect(await buyer.getByTestId("cart-delivery").count()).toBe(1)
    expect(await buyer.getByTestId("checkout-link").count()).toBe(0)
    expect(await buyer.getByTestId("cart-blocked").count()).toBe(1)
    expect(await scriptKib(buyer, `${run.shop}/gio-hang?doi=1`)).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)

    // Nearer, everything can be sent; and the basket says what free shipping still takes.
    await buyer.goto(`${run.shop}/gio-hang?doi=1`)
    await goTo(buyer, "19", "05710")
    expect(await buyer.getByTestId("unreachable").count()).toBe(0)
    expect(await buyer.getByTestId("missing-for-free").innerText()).toContain("250.000")
    expect(await buyer.getByTestId("cart-delivery").count()).toBe(2)
    await buyer.getByTestId("checkout-link").waitFor()
  })

  test("what can't be sent is saved for later, the rest is ordered without typing the place again", async () => {
    await buyer.goto(`${run.shop}/gio-hang?doi=1`)
    await goTo(buyer, "01", "00004")
    await buyer.getByTestId("save-seller").click()
    await buyer.getByTestId("saved-goods").getByText(title).waitFor()
    await buyer.getByTestId("checkout-link").click()
    await buyer.locator('[name="name"]').fill("Trần Thị Giỏ")
    await buyer.locator('[name="phone"]').fill("0912 345 678")
    await buyer.locator('[name="street"]').fill("Số 1, ngõ 2")
    expect(await buyer.locator('[name="commune_code"]').inputValue()).toBe("00004")
    await buyer.getByTestId("delivery-submit").click()
    await buyer.getByTestId("place-order").waitFor()
    const total = await buyer.getByTestId("total").getAttribute("data-amount")

    // Back in, it blocks again, also on the checkout page, where the address that was typed stays.
    await buyer.goto(`${run.shop}/gio-hang`)
    await buyer.getByTestId("put-back").click()
    await buyer.getByTestId("unreachable").waitFor()
    await buyer.goto(`${run.shop}/thanh-toan`)
    await buyer.getByTestId("unreachable").waitFor()
    expect(await buyer.getByTestId("delivery-address").innerText()).toContain("Số 1, ngõ 2")
    expect(await buyer.getByTestId("place-order").count()).toBe(0)
    await buyer.getByTestId("remove-seller").click()
    await buyer.getByTestId("place-order").waitFor()
    expect(await buyer.getByTestId("total").getAttribute("data-amount")).toBe(total)
    await buyer.getByTestId("place-order").click()
    await buyer.waitForURL(/don-hang/)
  })

  test("logged in, the address is remembered, the order is in the account, and logging out leaves nothing behind", async () => {
    const lan = await person()
    await addToCart(lan, `/san-pham/${goods.handle}`)
    await lan.goto(`${run.shop}/gio-hang`)
    await goTo(lan, "19", "05710")
    await signInBuyer(lan, run, `09${randomInt(10_000_000, 99_999_999)}`)
    await lan.getByTestId("account-phone").waitFor()
    await checkPage(lan)

    // The basket came along.
    await lan.goto(`${run.shop}/thanh-toan`)
    await lan.locator('[name="name"]').fill("Trần Thị Lan")
    await lan.locator('[name="street"]').fill("Số 5, xóm Thử")
    await lan.getByTestId("delivery-submit").click()
    await lan.getByTestId("place-order").click()
    await lan.waitForURL(/don-hang/)
    const id = new URL(lan.url()).pathname.split("/").at(-1) ?? ""
    await lan.goto(`${run.shop}/tai-khoan`)
    await lan.locator(`[data-testid="own-order"][data-id="${id}"]`).waitFor()
    expect(await lan.getByTestId("saved-address").innerText()).toContain("Số 5, xóm Thử")
    expect(await scriptKib(lan, `${run.shop}/tai-khoan`)).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)

    // The next basket starts from there.
    await addToCart(lan, `/san-pham/${goods.handle}`)
    await lan.goto(`${run.shop}/thanh-toan`)
    expect(await lan.locator('[name="street"]').inputValue()).toBe("Số 5, xóm Thử")
    await lan.goto(`${run.shop}/en/tai-khoan`)
    await lan.getByText("Saved addresses").waitFor()
    await lan.goto(`${run.shop}/tai-khoan`)
    const cookies = await lan.context().cookies()
    expect(cookies.find(({ name }) => name === "cho_phien_buyer")).toMatchObject({ httpOnly: true, sameSite: "Lax" })
    await lan.getByTestId("logout").click()
    await lan.waitForURL(/dang-nhap/)
    expect((await lan.context().cookies()).filter(({ name }) => /^(cp_|cho_phien_buyer)/.test(name)).map(({ name }) => name)).toEqual([])
    await lan.goto(`${run.shop}/don-hang/${id}`)
    expect(await lan.getByTestId("order-group").count()).toBe(0)
  })

  test("the same without scripts", async () => {
    const plain = await person({ ...PHONE, javaScriptEnabled: false })
    await plain.goto(`${run.shop}/san-pham/${goods.handle}`)
    await plain.getByTestId("add-to-cart").click()
    await plain.goto(`${run.shop}/gio-hang`)
    // Without scripts the communes come with the answer to the province.
    await plain.locator('[name="province_code"]').selectOption("01")
    await plain.getByTestId("destination-submit").click()
    await plain.locator('[name="commune_code"] option[value="00004"]').waitFor({ state: "attached" })
    await plain.locator('[name="commune_code"]').selectOption("00004")
    await plain.getByTestId("destination-submit").click()
    await plain.getByTestId("unreachable").waitFor()
    expect(await plain.getByTestId("checkout-link").count()).toBe(0)
    await plain.getByTestId("remove-seller").click()
    await plain.getByText("Giỏ hàng còn trống").waitFor()
  })
})
