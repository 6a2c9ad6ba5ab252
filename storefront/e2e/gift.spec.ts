import { randomInt } from "node:crypto"
import { mkdirSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addToCart, fillAddress } from "./support/checkout"
import { openShop } from "./support/open-shop"
import { transfer } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { DESK, PHONE, People } from "./support/people"
import { signInBuyer, signInSeller } from "./support/sign-in"
import { putOnSale, type OnSale } from "./support/stall"
import { json, readRun, type Run } from "./support/stack"

const SCRIPT_BUDGET_KIB = 190
/** Pictures are for looking at while working on the pages. */
const pictures = process.env.SCREENSHOTS

const newPhone = () => `09${randomInt(10_000_000, 99_999_999)}`
const readable = (phone: string) => phone.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3")

/** Something is ordered for somebody else: theirs to receive, the buyer's to own. The steps follow each other. */
describe("ordering for somebody else", () => {
  const people = new People()
  const [mine, theirs] = [newPhone(), newPhone()]
  let run: Run
  let farmer: Page
  let buyer: Page
  let tea: OnSale
  let order: string

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }

  const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
  const typed = async (page: Page) => Promise.all(["name", "phone", "recipient_name", "recipient_phone", "street"].map((name) => field(page, name).inputValue()))

  async function fillGift(page: Page, recipientPhone: string): Promise<void> {
    await field(page, "name").fill("Trần Thị Lan")
    await field(page, "phone").fill(mine)
    await page.getByTestId("other-receives").check()
    await field(page, "recipient_name").fill("Nguyễn Văn Mai")
    await field(page, "recipient_phone").fill(recipientPhone)
    await field(page, "province_code").selectOption("01")
  }

  async function fillRest(page: Page): Promise<void> {
    await field(page, "commune_code").locator('option[value="00004"]').waitFor({ state: "attached" })
    await field(page, "commune_code").selectOption("00004")
    await field(page, "street").fill("Số 9, ngõ Quà")
    await page.getByTestId("delivery-submit").click()
  }

  async function place(page: Page): Promise<string> {
    await page.getByTestId("place-order").click()
    await page.waitForURL(/don-hang/)
    return new URL(page.url()).pathname.split("/").at(-1) ?? ""
  }

  beforeAll(async () => {
    run = readRun()
    farmer = await people.arrive()
    await signInSeller(farmer, run, await openShop(run))
    tea = await putOnSale(run, farmer, `Trà làm quà ${randomInt(1_000_000)}`, 30)
    buyer = await people.arrive()
  }, 180_000)

  afterAll(() => people.leave())

  test("who receives the own order is asked for one name and one phone, and reads before ordering whose order it will be", async () => {
    const lan = await people.arrive()
    await addToCart(run, lan, tea.handle)
    await lan.goto(`${run.shop}/thanh-toan`)
    expect(await field(lan, "recipient_name").isVisible()).toBe(false)
    await checkPage(lan)
    await picture(lan, "checkout-own-360")
    await fillAddress(lan, "Trần Thị Lan")
    expect(await lan.getByTestId("ordered-by").innerText()).toContain("Trần Thị Lan · 0912 345 678")
    await picture(lan, "checkout-review-own-360")
    await lan.goto(`${run.shop}/thanh-toan?edit=1`)
    expect(await lan.getByTestId("other-receives").isChecked()).toBe(false)
  })

  test("for somebody else: a wrong number is said at its field, and nothing that was typed is lost", async () => {
    await addToCart(run, buyer, tea.handle)
    await buyer.goto(`${run.shop}/thanh-toan`)
    await fillGift(buyer, "12")
    await fillRest(buyer)
    await buyer.getByTestId("delivery-problem").waitFor()
    expect(await buyer.locator("#recipient_phone-error").innerText()).toContain("Số điện thoại chưa đúng")
    expect(await buyer.locator("#phone-error").count()).toBe(0)
    expect(await typed(buyer)).toEqual(["Trần Thị Lan", mine, "Nguyễn Văn Mai", "12", "Số 9, ngõ Quà"])
    await checkPage(buyer)
    await picture(buyer, "checkout-gift-error-360")
    await field(buyer, "phone").fill("34")
    await field(buyer, "recipient_phone").fill(theirs)
    await buyer.getByTestId("delivery-submit").click()
    await buyer.locator("#phone-error").waitFor()
    expect(await buyer.locator("#recipient_phone-error").count()).toBe(0)
    await field(buyer, "phone").fill(mine)
    await buyer.getByTestId("delivery-submit").click()
    await buyer.getByTestId("place-order").waitFor()
  })

  test("both numbers stand there before ordering, and apart when the address is changed", async () => {
    expect(await buyer.getByTestId("delivery-address").innerText()).toContain(`Nguyễn Văn Mai · ${readable(theirs)}`)
    expect(await buyer.getByTestId("ordered-by").innerText()).toContain(`Trần Thị Lan · ${readable(mine)}`)
    await checkPage(buyer)
    await picture(buyer, "checkout-review-gift-360")
    expect(await scriptKib(buyer, `${run.shop}/thanh-toan?edit=1`)).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)
    await buyer.goto(`${run.shop}/thanh-toan?edit=1`)
    expect(await buyer.getByTestId("other-receives").isChecked()).toBe(true)
    expect(await typed(buyer)).toEqual(["Trần Thị Lan", readable(mine), "Nguyễn Văn Mai", readable(theirs), "Số 9, ngõ Quà"])
    await buyer.goto(`${run.shop}/thanh-toan`)
    await buyer.getByTestId("rail-vietqr").check()
    order = await place(buyer)
    expect(await buyer.locator("main").innerText()).not.toContain(readable(mine))
  })

  test("the shop reads whom to send to and whom to ask", async () => {
    const cookie = (await buyer.context().cookies()).find(({ name }) => name === "cp_orders")?.value ?? ""
    const token = decodeURIComponent(cookie).split("~")[0]?.slice(order.length + 1) ?? ""
    const look = () => json<{ order_group: { orders: { id: string; state: string; payment: { vietqr: { payload: string } | null } }[] } }>(`${run.backend}/store/order-groups/${order}?access_token=${token}`, { headers: { "x-publishable-api-key": run.publishable_key } })
    const [waiting] = (await look()).order_group.orders
    await transfer(run, { payload: waiting!.payment.vietqr!.payload })
    await buyer.waitForFunction(() => document.body.innerText.includes("Đã nhận được tiền"))
    await farmer.goto(`${run.shop}/ban-hang/don/${waiting!.id}`)
    const block = farmer.getByTestId("ordered-by")
    await block.waitFor()
    expect(await block.innerText()).toMatch(new RegExp(`Trần Thị Lan[\\s\\S]*Gọi ${readable(mine)}`))
    expect(await farmer.locator(`a[href="tel:+84${theirs.slice(1)}"]`).innerText()).toBe(`Gọi ${readable(theirs)}`)
    await checkPage(farmer)
    await picture(farmer, "seller-gift-360")
    await farmer.goto(`${run.shop}/en/ban-hang/don/${waiting!.id}`)
    await farmer.getByText("Ordered by").waitFor()
  })

  test("who receives it logs in and finds nothing; who ordered it finds it on another phone", async () => {
    const recipient = await people.arrive()
    await signInBuyer(recipient, run, theirs)
    await recipient.getByTestId("claim-by-phone").click()
    await recipient.getByTestId("claimed").waitFor()
    expect(await recipient.getByTestId("claimed").innerText()).toContain("Không có thêm đơn nào đặt bằng số này")
    expect(await recipient.getByTestId("own-order").count()).toBe(0)
    await recipient.goto(`${run.shop}/don-hang/${order}`)
    expect(await recipient.getByTestId("order-group").count()).toBe(0)

    const lan = await people.arrive()
    await signInBuyer(lan, run, mine)
    await lan.getByTestId("claim-by-phone").click()
    await lan.locator(`[data-testid="own-order"][data-id="${order}"]`).waitFor()
    await lan.goto(`${run.shop}/don-hang/${order}`)
    await lan.getByTestId("cancel-fold").waitFor()

    // Logged in, nobody asks for the own number: it is said.
    await addToCart(run, lan, tea.handle)
    await lan.goto(`${run.shop}/thanh-toan?edit=1`)
    expect(await lan.getByTestId("other-receives").count()).toBe(0)
    expect(await lan.locator("#phone-hint").innerText()).toContain(readable(mine))
    await picture(lan, "checkout-account-360")
    await fillAddress(lan, "Người Nhận")
    expect(await lan.getByTestId("ordered-by").innerText()).toContain(readable(mine))
  })

  test("the same without scripts, and in English on a wide screen", async () => {
    const plain = await people.arrive({ ...PHONE, javaScriptEnabled: false })
    await addToCartPlainly(plain)
    await plain.goto(`${run.shop}/thanh-toan`)
    expect(await field(plain, "recipient_name").isVisible()).toBe(false)
    await fillGift(plain, theirs)
    expect(await field(plain, "recipient_name").isVisible()).toBe(true)
    // Without scripts the communes come with the answer to the province; what was typed comes back with them.
    await plain.getByTestId("delivery-submit").click()
    await plain.getByTestId("delivery-problem").waitFor()
    expect(await plain.getByTestId("other-receives").isChecked()).toBe(true)
    expect((await typed(plain)).slice(0, 4)).toEqual(["Trần Thị Lan", mine, "Nguyễn Văn Mai", theirs])
    await fillRest(plain)
    expect(await plain.getByTestId("ordered-by").innerText()).toContain(readable(mine))
    order = await place(plain)

    const desk = await people.arrive({ ...DESK, locale: "en-GB" })
    await addToCart(run, desk, tea.handle)
    await desk.goto(`${run.shop}/en/thanh-toan`)
    await desk.getByTestId("other-receives").check()
    await desk.getByText("Recipient’s phone number").waitFor()
    await checkPage(desk)
    await picture(desk, "checkout-gift-en-1280")
    await fillGift(desk, theirs)
    await fillRest(desk)
    await desk.getByTestId("ordered-by").waitFor()
    await picture(desk, "checkout-review-en-1280")

    async function addToCartPlainly(page: Page): Promise<void> {
      await page.goto(`${run.shop}/san-pham/${tea.handle}`)
      await page.getByTestId("add-to-cart").click()
      await page.waitForURL(/./)
    }
  })

  test("ordered again, the parcel's address comes along and the own phone is asked for: it does not become the recipient's order", async () => {
    await addToCart(run, buyer, tea.handle)
    await buyer.goto(`${run.shop}/thanh-toan`)
    await fillGift(buyer, theirs)
    await fillRest(buyer)
    await place(buyer)
    await buyer.getByTestId("cancel-fold").locator("summary").click()
    await buyer.getByTestId("cancel-order").click()
    await buyer.getByTestId("again").click()
    await buyer.getByTestId("again-submit").click()
    await buyer.waitForURL(/gio-hang/)
    await buyer.goto(`${run.shop}/thanh-toan`)
    expect(await buyer.getByTestId("place-order").count()).toBe(0)
    expect(await typed(buyer)).toEqual(["", "", "Nguyễn Văn Mai", readable(theirs), "Số 9, ngõ Quà"])
    await field(buyer, "name").fill("Trần Thị Lan")
    await field(buyer, "phone").fill(mine)
    await buyer.getByTestId("delivery-submit").click()
    expect(await buyer.getByTestId("ordered-by").innerText()).toContain(readable(mine))
  })
})
