import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { checkPage, scriptKib } from "./support/page-checks"
import { readRun, type Run } from "./support/stack"

const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN", hasTouch: true }
/** KiB of JavaScript on the wire for a first visit, as for every page of the shop. */
const SCRIPT_BUDGET_KIB = 190

/** Where to? The address picker of the checkout, as people really write where they live. */
describe("the address picker", () => {
  let run: Run
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    context = await browser.newContext({ ...PHONE, permissions: ["clipboard-read", "clipboard-write"] })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${run.shop}/tim-kiem?q=mat+ong&province=19`)
    await page.getByTestId("product-card").first().getByRole("link").first().click()
    await page.waitForURL(/san-pham/)
    await page.getByTestId("add-to-cart").click()
    await page.getByTestId("added-to-cart").waitFor()
  }, 120_000)

  afterAll(() => browser?.close())

  beforeEach(async () => {
    await page.goto(`${run.shop}/thanh-toan?edit=1`)
    await commune().waitFor()
  })

  const province = () => page.getByTestId("province_code-search")
  const commune = () => page.getByTestId("commune_code-search")
  const option = (name: string | RegExp) => page.getByRole("option", { name })
  const news = (kind: string) => page.locator(`[data-testid="place-news"][data-kind="${kind}"]`)
  const sent = async () => [await page.locator('[name="province_code"]').inputValue(), await page.locator('[name="commune_code"]').inputValue()]

  async function paste(text: string): Promise<void> {
    await page.evaluate((line) => navigator.clipboard.writeText(line), text)
    await page.keyboard.press("ControlOrMeta+V")
  }

  async function goOn(): Promise<string> {
    const [name, phone, street] = ["name", "phone", "street"].map((field) => page.locator(`[name="${field}"]`))
    await name?.fill("Trần Thị Minh Hoạ")
    if (!(await phone?.inputValue())) await phone?.fill("0912 345 678")
    if (!(await street?.inputValue())) await street?.fill("Xóm 3")
    await page.getByTestId("delivery-submit").click()
    await page.getByTestId("place-order").waitFor()
    return page.getByTestId("delivery-address").innerText()
  }

  test("an old name without marks finds what it became, and the checkout carries that", async () => {
    await commune().fill("phuc triu")
    expect(await commune().getAttribute("aria-expanded")).toBe("true")
    await option(/Xã Phúc Trìu \(cũ\), nay là xã Đại Phúc/).click()
    expect(await news("old").innerText()).toContain("Xã Phúc Trìu (cũ, thành phố Thái Nguyên) nay thuộc xã Đại Phúc.")
    expect(await sent()).toEqual(["19", "05488"])
    expect([await province().inputValue(), await commune().inputValue()]).toEqual(["Tỉnh Thái Nguyên", "Xã Đại Phúc"])
    expect(await goOn()).toContain("xã Đại Phúc, tỉnh Thái Nguyên")
  })

  test("a divided old commune is never guessed: the reader chooses", async () => {
    await commune().click()
    await paste("Phường Ngọc Hà, quận Ba Đình, Hà Nội")
    await news("ambiguous").waitFor()
    expect(await news("ambiguous").innerText()).toContain("Phường Ngọc Hà, Quận Ba Đình (cũ) nay có thể là một trong các nơi sau:")
    expect((await sent())[1]).toBe("")
    const candidates = page.getByTestId("place-candidate")
    expect((await candidates.allInnerTexts()).map((text) => text.split(",")[0]).sort()).toEqual(["Phường Ba Đình", "Phường Ngọc Hà"])
    for (const candidate of await candidates.all()) expect((await candidate.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    await candidates.filter({ hasText: "Phường Ba Đình" }).click()
    expect(await sent()).toEqual(["01", "00004"])
    expect(await goOn()).toContain("phường Ba Đình, thành phố Hà Nội")
  })

  test("a whole pasted line fills the fields and says what was understood", async () => {
    await commune().click()
    await paste("Số 12, xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên\nĐT: 0987 654 321")
    expect(await news("exact").innerText()).toContain("Đã hiểu: Xã Tân Cương, tỉnh Thái Nguyên")
    expect(await sent()).toEqual(["19", "05503"])
    expect(await page.locator('[name="street"]').inputValue()).toBe("Số 12, xóm Hồng Thái 2")
    expect(await page.locator('[name="phone"]').inputValue()).toBe("0987654321")
    const address = await goOn()
    expect(address).not.toContain("Xóm 3")
    for (const part of ["0987 654 321", "Số 12, xóm Hồng Thái 2", "xã Tân Cương, tỉnh Thái Nguyên"]) expect(address).toContain(part)
  })

  test("a line pasted into the street is taken apart, one that says nothing stays as it is", async () => {
    const fresh = await browser.newContext({ ...PHONE, storageState: await cartOnly(), permissions: ["clipboard-read", "clipboard-write"] })
    const other = await fresh.newPage()
    await other.goto(`${run.shop}/thanh-toan?edit=1`)
    const place = other.getByTestId("commune_code-search")
    await place.waitFor()
    // The basket keeps its address; a commune that is chosen is not overruled from the street.
    await place.fill("")
    await place.blur()
    const street = other.locator('[name="street"]')
    await street.fill("")
    await street.focus()
    await other.evaluate(() => navigator.clipboard.writeText("12 Lê Lợi, P.Bến Nghé, Q1, TP.HCM"))
    await other.keyboard.press("ControlOrMeta+V")
    await other.locator('[data-testid="place-news"][data-kind="resolved"]').waitFor()
    expect(await street.inputValue()).toBe("12 Lê Lợi")
    expect(await other.locator('[name="commune_code"]').inputValue()).toBe("26740")
    await fresh.close()
  })

  test("a line that names no place is not lost", async () => {
    await commune().fill("")
    await paste("gần nhà văn hoá, hỏi bà Tư")
    expect(await news("none").innerText()).toContain("gần nhà văn hoá, hỏi bà Tư")
  })

  test("by keyboard alone, old province first; Enter in the list sends nothing, Escape gives back", async () => {
    await page.locator('[name="phone"]').focus()
    // The fields of a recipient are closed, and so not on the way.
    await page.keyboard.press("Tab")
    expect(await page.getByTestId("other-receives").evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press("Tab")
    expect(await province().evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type("bac kan")
    expect(await province().getAttribute("aria-expanded")).toBe("true")
    await page.keyboard.press("ArrowDown")
    const marked = page.locator('[role="option"][aria-selected="true"]')
    expect(await province().getAttribute("aria-activedescendant")).toBe(await marked.getAttribute("id"))
    expect(await marked.innerText()).toContain("gồm cả tỉnh Bắc Kạn cũ")
    await page.keyboard.press("Enter")
    expect(await news("oldProvince").innerText()).toContain("Tỉnh Bắc Kạn (cũ) nay thuộc tỉnh Thái Nguyên.")

    await page.keyboard.press("Tab")
    await page.keyboard.type("duc xuan")
    await option("Phường Đức Xuân").first().waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    const chosen = await sent()
    expect(await commune().inputValue()).toBe("Phường Đức Xuân")
    expect(chosen[0]).toBe("19")

    await page.keyboard.type("zzz")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    expect(await commune().inputValue()).toBe("Phường Đức Xuân")
    expect(await sent()).toEqual(chosen)
    expect(page.url()).toContain("edit=1")

    // A text that is no place is said to be none; the choice before it does not secretly stay.
    await page.keyboard.press("ControlOrMeta+A")
    await page.keyboard.type("khong co noi nay")
    await page.keyboard.press("Tab")
    expect((await sent())[1]).toBe("")
    expect(await page.locator("#commune_code-search-error").innerText()).toBe("Xin chọn một nơi trong danh sách.")
    expect(await commune().inputValue()).toBe("khong co noi nay")
  })

  test("with the list open and with news it is accessible, fits the phone, and stays within the scripts' budget", async () => {
    expect(await scriptKib(page, `${run.shop}/thanh-toan?edit=1`)).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)
    await page.goto(`${run.shop}/thanh-toan?edit=1`, { waitUntil: "networkidle" })
    await checkPage(page)
    await commune().fill("tan cuong")
    await option(/Tân Cương/).first().waitFor()
    for (const line of (await page.getByRole("option").all()).slice(0, 4)) expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    await checkPage(page)
    await page.keyboard.press("Escape")
    await commune().fill("")
    await paste("Phường Ngọc Hà, quận Ba Đình, Hà Nội")
    await news("ambiguous").waitFor()
    await checkPage(page)
  })

  test("without scripts two lists do it", async () => {
    const plain = await browser.newContext({ ...PHONE, javaScriptEnabled: false, storageState: await cartOnly() })
    const still = await plain.newPage()
    await still.goto(`${run.shop}/thanh-toan?edit=1`)
    expect(await still.getByRole("combobox", { name: "Xã, phường, đặc khu" }).evaluate((field) => field.tagName)).toBe("SELECT")
    await still.locator('[name="name"]').fill("Trần Thị Minh Hoạ")
    await still.locator('[name="phone"]').fill("0912 345 678")
    await still.locator('[name="street"]').fill("Số 1")
    await still.locator('[name="province_code"]').selectOption("56")
    await still.getByTestId("delivery-submit").click()
    await still.getByTestId("delivery-problem").waitFor()
    await still.locator('[name="commune_code"]').selectOption({ label: "Phường Bắc Nha Trang" })
    await still.getByTestId("delivery-submit").click()
    await still.getByTestId("place-order").waitFor()
    expect(await still.getByTestId("delivery-address").innerText()).toContain("phường Bắc Nha Trang, tỉnh Khánh Hoà")
    await plain.close()
  })

  test("what the reader has written in the street is not overwritten by a pasted line", async () => {
    await page.locator('[name="street"]').fill("Nhà bà Tư")
    await commune().click()
    await paste("Số 12, xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên")
    expect(await news("exact").innerText()).toContain("Phần còn lại: Số 12, xóm Hồng Thái 2.")
    expect(await page.locator('[name="street"]').inputValue()).toBe("Nhà bà Tư")
  })

  test("a commune of another province is found all the same, and takes its province along", async () => {
    await province().fill("Cao Bằng")
    await option("Tỉnh Cao Bằng").click()
    await commune().fill("phuc triu")
    await option(/nay là xã Đại Phúc/).click()
    expect(await sent()).toEqual(["19", "05488"])
  })

  test("English has its own words", async () => {
    await page.goto(`${run.shop}/en/thanh-toan?edit=1`)
    await page.getByRole("combobox", { name: "Commune, ward or special zone" }).fill("phuc triu")
    await option("Xã Phúc Trìu (former), now xã Đại Phúc").first().waitFor()
  })

  const cartOnly = () => context.storageState()
})
