import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { recognise, type Recognised } from "./support/operator"
import { json, readRun, type Run } from "./support/stack"

let run: Run
let browser: Browser
let expired: Recognised

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  expired = await recognise(run, "2023-03-01")
}, 120_000)

afterAll(() => browser?.close())

/** With scripts and without: the filters are a plain form. */
describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])("the register, scripts: $javaScriptEnabled", ({ javaScriptEnabled }) => {
  let page: Page
  const count = async () => Number(await page.getByTestId("register-count").getAttribute("data-count"))
  const row = (code: string) => page.locator(`[data-testid="register-row"][data-code="${code}"]`)

  beforeAll(async () => {
    page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", javaScriptEnabled })).newPage()
    page.setDefaultTimeout(20_000)
  })

  test("the footer leads to it, and a search without tones finds the product", async () => {
    await page.goto(run.shop)
    await page.getByRole("contentinfo").getByRole("link", { name: "Sổ sản phẩm OCOP" }).click()
    await page.waitForURL(/\/so-ocop$/)
    expect(await count()).toBeGreaterThan(100)
    await page.getByTestId("register-input").fill(expired.name.replace("Trà nghiệm thu", "TRA NGHIEM THU"))
    await page.getByTestId("register-input").press("Enter")
    await page.waitForURL(/q=TRA/)
    expect(await count()).toBe(1)
    await row(expired.code).getByText("Hết hiệu lực").waitFor()
    await row(expired.code).getByRole("link", { name: expired.name }).click()
    await page.getByTestId("certificate-status").waitFor()
    expect(await page.getByTestId("certificate-status").getAttribute("data-status")).toBe("expired")
  })

  test("filters stand in the address, say how many remain, and are taken away again", async () => {
    await page.goto(`${run.shop}/so-ocop?q=${encodeURIComponent(expired.name)}`)
    await page.getByTestId("register-filters").locator("summary").click()
    await page.getByLabel("Tình trạng").selectOption("in_force")
    await page.getByTestId("register-apply").click()
    await page.waitForURL(/status=in_force/)
    expect(await count()).toBe(0)
    await page.getByText("Sổ không có sản phẩm nào như thế").waitFor()
    await page.getByRole("link", { name: /Bỏ lọc: Đang được gắn sao/ }).click()
    await page.waitForURL((url) => !url.search.includes("status"))
    expect(await count()).toBe(1)
  })

  test("province, commune, star and sort narrow together; every number holds", async () => {
    await page.goto(`${run.shop}/so-ocop?province=19`)
    const inProvince = await count()
    await page.getByTestId("register-filters").locator("summary").click()
    const commune = page.getByLabel("Xã, phường, đặc khu").locator("option", { hasText: "Tân Cương" })
    const promised = Number(/\((\d+)\)/.exec((await commune.textContent()) ?? "")?.[1])
    await page.getByLabel("Xã, phường, đặc khu").selectOption((await commune.getAttribute("value")) ?? "")
    await page.getByLabel("Sắp xếp", { exact: true }).selectOption("newest")
    await page.getByTestId("register-apply").click()
    await page.waitForURL(/commune=05503.*sort=newest/)
    expect(await count()).toBe(promised)
    expect(promised).toBeLessThan(inProvince)
    await page.getByTestId("register-filters").locator("summary").click()
    await page.getByLabel(/^5 sao/).check()
    await page.getByTestId("register-apply").click()
    await page.waitForURL(/stars=5/)
    expect(await count()).toBeLessThan(promised)
    for (const stars of await page.getByTestId("register-row").getByTestId("ocop-stars").all()) expect(await stars.getAttribute("data-stars")).toBe("5")
  })

  test("pages follow each other and keep the filters", async () => {
    await page.goto(`${run.shop}/so-ocop?sort=stars&status=in_force`)
    const first = await page.getByTestId("register-row").first().getAttribute("data-code")
    await page.getByRole("link", { name: "Trang sau" }).click()
    await page.waitForURL(/page=2/)
    expect(new URL(page.url()).searchParams.get("status")).toBe("in_force")
    expect(await page.getByTestId("register-row").first().getAttribute("data-code")).not.toBe(first)
    await page.goto(`${run.shop}/so-ocop?page=3999`)
    await page.getByText("Sổ không dài đến trang này").waitFor()
  })

  test("a row leads to where the product is on sale", async () => {
    const { listings } = await json<{ listings: { handle: string; ocop: { certificate_code: string; stars: number | null } | null }[] }>(`${run.backend}/store/search?q=che&stars=5,4,3`, {
      headers: { "x-publishable-api-key": run.publishable_key },
    })
    const listing = listings.find(({ ocop }) => ocop?.stars)
    await page.goto(`${run.shop}/so-ocop?q=${listing?.ocop?.certificate_code}`)
    expect(await count()).toBe(1)
    await page.locator(`[data-testid="register-row"] a[href="/san-pham/${listing?.handle}"]`).click()
    await page.waitForURL(/san-pham/)
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as { hasCertification?: object }
    expect(data.hasCertification).toMatchObject({ "@type": "Certification", certificationStatus: "https://schema.org/CertificationActive" })
  })

  test("an address that makes no sense shows the whole register, in English too", async () => {
    await page.goto(`${run.shop}/en/so-ocop?stars=9&province=xx&status=good&page=-4&sort=price`)
    await page.getByRole("heading", { name: "Register of OCOP products" }).waitFor()
    expect(await count()).toBeGreaterThan(100)
  })
})
