import { randomInt } from "node:crypto"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { checkPage, scriptKib } from "./support/page-checks"
import { phonePhoto } from "./support/phone-photo"
import { planScore, type ScorePlan } from "./support/score-plan"
import { signInOfficial, signInSeller } from "./support/sign-in"
import { account, json, readRun, type Run } from "./support/stack"

const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN" }
const DESK = { viewport: { width: 1280, height: 900 }, locale: "vi-VN" }
/** As for the pages of the shop (pages.spec.ts). */
const SCRIPT_BUDGET_KIB = 190

const mark = randomInt(1e8, 1e9)
const PRODUCT = `Chè hồ sơ ${mark}`
const TEA_SET = 11
const ADVICE = "Hồ sơ đủ thành phần, vùng nguyên liệu đúng như mô tả."
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
const newPhone = () => `09${String(randomInt(1e7, 1e8))}`
const people = (["chair", "secretary", "member", "member", "member"] as const).map((role, index) => ({ role, phone: newPhone(), name: `Uỷ viên ${index + 1} ${mark}` }))
const consultant = { phone: newPhone(), name: `Chuyên gia ${mark}` }

/** From the first word a co-operative writes to the stars on its product. Each step needs the one before. */
describe("the whole life of a dossier", () => {
  let run: Run
  let browser: Browser
  let farmer: Page
  let commune: Page
  let province: Page
  let plan: ScorePlan
  let id: string
  let certificate: string
  let handle: string
  const members: Page[] = []
  const contexts: BrowserContext[] = []

  async function person(options: object): Promise<Page> {
    const context = await browser.newContext(options)
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on("dialog", (dialog) => void dialog.accept())
    return page
  }
  const official = (page: Page, rest = "") => page.goto(`${run.shop}/dieu-hanh/ho-so/${id}${rest}`)
  const own = (rest = "") => farmer.goto(`${run.shop}/ban-hang/ho-so/${id}${rest}`)
  const saved = (page: Page) => page.locator('[data-testid="saving"][data-status="saved"]').waitFor()

  /** Opens the form of an act, fills it and sends it; it is done when the form is gone or the dossier has moved on. */
  async function act(page: Page, name: string, values: Record<string, string>): Promise<void> {
    await official(page)
    const panel = page.getByTestId(`act-${name}`)
    if (!(await panel.evaluate((details) => (details as HTMLDetailsElement).open))) await panel.locator("summary").click()
    for (const [field, value] of Object.entries(values)) await page.getByTestId(field).fill(value)
    const events = page.getByTestId(`event-${name}`)
    const before = await events.count()
    await page.getByTestId(`do-${name}`).click()
    await expect.poll(() => events.count(), { timeout: 30_000 }).toBe(before + 1)
  }

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    plan = await planScore(run, TEA_SET, 4, 75)
  }, 120_000)

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser?.close()
  })

  test("1. a co-operative sells a tea that has no stars yet", async () => {
    farmer = await person(PHONE)
    await signInSeller(farmer, run)
    await farmer.goto(`${run.shop}/ban-hang/hang/moi`)
    await farmer.getByTestId("photo-input").setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: await phonePhoto() })
    await farmer.locator('[data-testid="photo-state"][data-state="sent"]').first().waitFor()
    for (const [field, value] of Object.entries({ title: PRODUCT, unit: "hộp", net_weight_grams: "200", price_vnd: "250000", stock_quantity: "9" })) {
      await farmer.locator(`[name="${field}"]`).fill(value)
    }
    await farmer.getByTestId("submit-listing").click()
    await farmer.waitForURL(/sent=/)

    const { login, password } = account(run, "operator")
    const { token } = await json<{ token: string }>(`${run.backend}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: login, password }),
    })
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const { listings } = await json<{ listings: { id: string; title: string }[] }>(`${run.backend}/admin/listings?status=proposed&limit=100`, { headers })
    const listing = listings.find(({ title }) => title === PRODUCT)
    const approved = await json<{ listing: { handle: string } }>(`${run.backend}/admin/listings/${listing?.id}/approve`, { method: "POST", headers, body: "{}" })
    handle = approved.listing.handle
    await farmer.goto(`${run.shop}/san-pham/${handle}`)
    expect(await farmer.getByTestId("ocop-stars").count()).toBe(0)
  })

  test("2. she starts a dossier for it on a small phone, and finds the product set by an everyday word", async () => {
    await farmer.goto(`${run.shop}/ban-hang/them`)
    await farmer.getByTestId("to-dossiers").click()
    await farmer.getByTestId("new-dossier").waitFor()
    await checkPage(farmer)
    await farmer.getByTestId("new-dossier").click()
    await farmer.getByTestId("start-dossier").click()
    await farmer.getByTestId("new-dossier-problem").waitFor()
    await farmer.getByTestId("product-name").fill(PRODUCT)
    await farmer.getByTestId("dossier-listing").selectOption({ label: PRODUCT })
    await farmer.getByTestId("find-set").fill("nước mắm")
    expect(await farmer.getByTestId(`set-${TEA_SET}`).count()).toBe(0)
    await farmer.getByTestId("find-set").fill("che dinh")
    await farmer.getByTestId(`set-${TEA_SET}`).check()
    await checkPage(farmer)
    await farmer.getByTestId("start-dossier").click()
    await farmer.getByTestId("steps").waitFor()
    id = new URL(farmer.url()).pathname.split("/").at(-1) ?? ""
    await checkPage(farmer)
    await own("/nop")
    await farmer.getByTestId("missing-tu-cham-1").waitFor()
    expect(await farmer.getByTestId("submit-dossier").isDisabled()).toBe(true)
    await checkPage(farmer)
  })

  test("3. what she writes is saved while she writes, also over a lost link and a wrong field", async () => {
    await own("/chu-the")
    const field = (name: string) => farmer.getByTestId(`field-${name}`)
    expect(await field("applicant_name").inputValue()).toContain("HTX")
    await field("email").fill("khong-phai-thu")
    await farmer.getByTestId("dossier-refused").waitFor()
    await field("email").fill("htx@example.vn")
    await saved(farmer)
    await farmer.context().setOffline(true)
    await field("representative_name").fill("Nguyễn Thị Chè")
    await farmer.locator('[data-testid="saving"][data-status="kept"]').waitFor()
    await farmer.context().setOffline(false)
    await saved(farmer)
    await field("representative_position").fill("Giám đốc")
    await field("registration_no").fill("4601234567")
    await checkPage(farmer)
    await farmer.getByTestId("next-step").click()
    await farmer.getByTestId("step-san-pham").waitFor()
    await field("product_description").fill("Hộp 200 g, tiêu chuẩn cơ sở TCCS 01:2026.")
    await field("samples").fill("5")
    await farmer.getByTestId("holds-business_registration").check()
    await farmer.getByTestId("next-step").click()
    await farmer.getByTestId("step-qua-trinh").waitFor()
    for (const name of ["history", "raw_materials", "markets", "business_results", "plan"]) await field(name).fill(`${name}: 25 hộ, 12 ha chè.`)
    await checkPage(farmer)
    await farmer.getByTestId("next-step").click()
    await farmer.getByTestId("group-1").waitFor()
    await own("/chu-the")
    expect(await field("representative_name").inputValue()).toBe("Nguyễn Thị Chè")
  })

  test("4. another phone changes the dossier meanwhile: nothing of either is lost", async () => {
    const other = await farmer.context().newPage()
    await own("/chu-the")
    await other.goto(`${run.shop}/ban-hang/ho-so/${id}/qua-trinh`)
    await other.getByTestId("field-structure").fill("Hội đồng quản trị 3 người.")
    await saved(other)
    await other.close()
    await farmer.getByTestId("field-representative_residence").fill("Xã Tân Cương")
    await farmer.getByTestId("dossier-changed").waitFor()
    await farmer.getByTestId("save-onto-theirs").click()
    await saved(farmer)
    await own("/qua-trinh")
    expect(await farmer.getByTestId("field-structure").inputValue()).toBe("Hội đồng quản trị 3 người.")
    await own("/chu-the")
    expect(await farmer.getByTestId("field-representative_residence").inputValue()).toBe("Xã Tân Cương")
  })

  test("5. she assesses herself criterion by criterion; the sum runs along", async () => {
    await own("/tu-cham-1")
    await checkPage(farmer)
    for (const group of plan.groups) {
      await farmer.getByTestId(`group-${group.no}`).waitFor()
      for (const [criterion, option] of group.ticks) await farmer.getByTestId(`option-${criterion}-${option}`).check()
      if (group.no === "1") {
        await farmer.getByTestId("file-1.1").setInputFiles({ name: "hợp đồng.pdf", mimeType: "application/pdf", buffer: PDF })
        await farmer.getByTestId("attachment").getByText("hợp đồng.pdf").waitFor()
      }
      await farmer.getByTestId("next-step").click()
      await farmer.getByTestId(`group-${group.no}`).waitFor({ state: "detached" })
    }
    await own("/tu-cham-1")
    expect(await farmer.getByTestId("self-score").getAttribute("data-points")).toBe(String(plan.total))
    expect(await farmer.getByTestId("self-score").innerText()).toContain("4 sao")
  })

  test("6. a paper that is no paper is refused in words; the right one completes the dossier, and she hands it in", async () => {
    await own("/giay-to")
    await farmer.getByTestId("evidence-business_registration").getByTestId("file-business_registration").setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ not a paper") })
    await farmer.locator('[data-testid="upload"][data-state="refused"]').waitFor()
    await farmer.getByRole("button", { name: "Bỏ tệp này" }).click()
    await farmer.getByTestId("file-business_registration").setInputFiles({ name: "dkkd.pdf", mimeType: "application/pdf", buffer: PDF })
    await farmer.getByTestId("attachment").getByText("dkkd.pdf").waitFor()
    await checkPage(farmer)
    await farmer.getByTestId("next-step").click()
    await farmer.getByTestId("complete").waitFor()
    await checkPage(farmer)
    await farmer.getByTestId("submit-dossier").click()
    await farmer.getByTestId("state-submitted").waitFor()
    await checkPage(farmer)
    expect(await farmer.locator("main").innerText()).toContain("/PĐK-19-05503-")
    const download = farmer.waitForEvent("download")
    await farmer.getByTestId("document-mau-01-phieu-dang-ky").click()
    expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  })

  test("7. the commune returns it; she reads why on top, puts it right and hands it in again", async () => {
    commune = await person(DESK)
    await signInOfficial(commune, run, run.accounts.filter(({ role }) => role === "official")[1]?.login)
    await commune.getByTestId("nav-dossiers").click()
    await commune.getByTestId("filter-q").fill(PRODUCT)
    await commune.getByTestId("filter-mine").check()
    await commune.getByTestId("filter").click()
    await commune.waitForURL(/q=/)
    await checkPage(commune)
    expect(await commune.getByTestId("dossier-count").getAttribute("data-count")).toBe("1")
    // Headings sort by link, the filters stay, and the file has both.
    await commune.getByTestId("filter-set").selectOption(String(TEA_SET))
    await commune.getByTestId("filter").click()
    await commune.waitForURL(/set_no=/)
    const heading = commune.locator("thead th").filter({ has: commune.getByTestId("sort-name") })
    expect(await commune.locator("thead th[aria-sort]").count()).toBe(1)
    expect(await heading.getAttribute("aria-sort")).toBeNull()
    await commune.getByTestId("sort-name").click()
    await commune.waitForURL(/sort=name/)
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("ascending")
    await commune.getByTestId("sort-name").click()
    await commune.waitForURL(/sort=-name/)
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("descending")
    expect(await commune.getByTestId("dossier-count").getAttribute("data-count")).toBe("1")
    const file = await commune.getByTestId("dossiers-csv").getAttribute("href")
    for (const part of [`set_no=${TEA_SET}`, "sort=-name", "mine=true"]) expect(file).toContain(part)
    await checkPage(commune)
    await commune.getByTestId(`dossier-${id}`).getByRole("link").first().click()
    await commune.getByTestId("acts").waitFor()
    await checkPage(commune)
    await act(commune, "return_to_producer", { "return_to_producer-note": "Thiếu quy cách hộp 500 g." })

    await farmer.goto(`${run.shop}/ban-hang`)
    await farmer.getByTestId("waiting-dossiers").getByRole("link").click()
    await farmer.getByTestId("state-returned_by_commune").first().waitFor()
    await own()
    expect(await farmer.getByTestId("returned").innerText()).toContain("Thiếu quy cách hộp 500 g.")
    await checkPage(farmer)
    await own("/san-pham")
    await farmer.getByTestId("field-product_description").fill("Hộp 200 g và hộp 500 g.")
    await saved(farmer)
    await own("/nop")
    await farmer.getByTestId("submit-dossier").click()
    await farmer.getByTestId("state-submitted").waitFor()
  })

  test("8. the commune writes its report in four parts and forwards it", async () => {
    await official(commune)
    await commune.getByTestId("do-report").click()
    await commune.getByTestId("problem-report").waitFor()
    const parts = ["local_material", "local_labour", "idea_origin", "local_identity"]
    await act(commune, "report", Object.fromEntries(parts.map((part) => [`report-${part}`, `${part}: đúng với thực tế của xã.`])))
    await act(commune, "forward", { "forward-letter_no": "12/UBND-KT", "forward-samples": "5" })
    await commune.getByTestId("no-acts").waitFor()
  })

  test("9. the province puts it to a consultant, who logs in, sees this dossier and no other, and advises", async () => {
    province = await person(DESK)
    await signInOfficial(province, run)
    await act(province, "consult", { "consultants-0-name": consultant.name, "consultants-0-phone": consultant.phone, "consultants-0-organisation": "Hội Nông dân tỉnh" })
    const adviser = await person(DESK)
    await signInOfficial(adviser, run, consultant.phone)
    await adviser.getByTestId(`dossier-${id}`).waitFor()
    expect(await adviser.getByTestId("dossier-count").getAttribute("data-count")).toBe("1")
    expect(await adviser.getByTestId("nav-register").count()).toBe(0)
    await act(adviser, "advise", { "advise-summary": ADVICE })
  })

  test("10. the province appoints a council and puts the dossier to it", async () => {
    await province.goto(`${run.shop}/dieu-hanh/hoi-dong/moi`)
    const council = `Hội đồng ${mark}`
    await province.getByTestId("council-name").fill(council)
    for (const [row, { name, phone, role }] of people.entries()) {
      await province.getByTestId(`members-${row}-name`).fill(name)
      await province.getByTestId(`members-${row}-phone`).fill(phone)
      await province.getByTestId(`members-${row}-organisation`).fill(`Sở ${row}`)
      await province.getByTestId(`members-${row}-role`).selectOption(row === 1 ? "chair" : role)
    }
    await checkPage(province)
    // Two chairs: refused, and nothing typed is lost.
    await province.getByTestId("save-council").click()
    await province.getByTestId("council-problem").waitFor()
    expect(await province.getByTestId("members-4-name").inputValue()).toBe(people[4]?.name)
    await province.getByTestId("members-1-role").selectOption("secretary")
    await province.getByTestId("save-council").click()
    await province.waitForURL(/hoi-dong$/)
    await checkPage(province)

    await official(province)
    await province.getByTestId("act-open_council").locator("summary").click().catch(() => undefined)
    await province.getByTestId("open_council-council_id").selectOption({ label: council })
    await province.getByTestId("do-open_council").click()
    await province.getByTestId("rating-province").waitFor()
    expect(await province.getByTestId("state-at_council").count()).toBeGreaterThan(0)
  })

  test("11. one member steps out, the chair and two members score on their own sheets", async () => {
    for (const { phone } of people) {
      const page = await person(DESK)
      await signInOfficial(page, run, phone)
      await page.getByTestId(`dossier-${id}`).waitFor()
      members.push(page)
    }
    const [chair, , second, third, fourth] = members as [Page, Page, Page, Page, Page]
    await official(fourth)
    await fourth.getByTestId("act-recuse").locator("summary").click()
    await fourth.getByTestId("recuse-reason").fill("Là xã viên của hợp tác xã.")
    await fourth.getByTestId("do-recuse").click()
    await fourth.getByTestId(`dossier-${id}`).waitFor({ state: "detached" })
    await fourth.waitForURL(/ho-so$/)
    for (const [position, page] of [chair, second, third].entries()) {
      await official(page, "/so-sanh")
      expect(await page.getByTestId("comparison").count()).toBe(0)
      await official(page, "/cham")
      if (position === 0) await checkPage(page)
      for (const { ticks } of plan.groups) for (const [criterion, option] of ticks) await page.getByTestId(`option-${criterion}-${option}`).check()
      await page.getByTestId("comment-1.1").fill("Đã xem hợp đồng.")
      await page.locator('[data-testid="sheet-status"][data-status="saved"]').waitFor()
      await page.reload()
      expect(await page.getByTestId("own-score").getAttribute("data-points")).toBe(String(plan.total))
      await page.getByTestId("hand-in-sheet").click()
      await page.getByTestId("sheet-handed-in").waitFor()
    }
  }, 300_000)

  test("12. the chair compares the sheets, the secretary closes with the result", async () => {
    const [chair, secretary] = members as [Page, Page]
    await official(chair, "/so-sanh")
    await chair.getByTestId("comparison").waitFor()
    expect(await chair.getByTestId("comparison-result").innerText()).toContain("4 sao")
    expect(await chair.locator('thead th').filter({ hasText: String(mark) }).count()).toBe(3)
    await checkPage(chair)
    await act(secretary, "close_council", { "close_council-place": "Trụ sở UBND tỉnh", "close_council-conclusion": "Đề nghị công nhận 4 sao." })
    expect(await secretary.getByTestId("result").getAttribute("data-star")).toBe("4")
    await official(province)
    await checkPage(province)
    const download = province.waitForEvent("download")
    await province.getByTestId("document-bien-ban-hop-hoi-dong").click()
    expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  })

  test("13. the province decides; the certificate is valid and the product on sale has its stars", async () => {
    await act(province, "recognise", { "recognise-decision_no": `${mark}/QĐ-UBND` })
    await own()
    await farmer.getByTestId("recognition").waitFor()
    await checkPage(farmer)
    certificate = (await farmer.getByTestId("certificate-link").getAttribute("href")) ?? ""
    await farmer.goto(new URL(certificate, run.shop).href)
    const page = await farmer.locator("main").innerText()
    for (const fact of [PRODUCT, `${mark}/QĐ-UBND`, "Còn hiệu lực"]) expect(page).toContain(fact)
    await farmer.goto(`${run.shop}/san-pham/${handle}`)
    await expect.poll(async () => (await farmer.reload(), farmer.locator('[data-testid="ocop-stars"][data-stars="4"]').count()), { timeout: 30_000 }).toBeGreaterThan(0)
  })

  test("the pages stay light, small phones and English readers included", async () => {
    for (const path of ["", "/chu-the", "/tu-cham-1"]) {
      expect(await scriptKib(farmer, `${run.shop}/ban-hang/ho-so${path === "" ? "" : `/${id}${path}`}`), path).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)
    }
    for (const path of ["", `/${id}`, `/${id}/so-sanh`]) expect(await scriptKib(province, `${run.shop}/dieu-hanh/ho-so${path}`), path).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)
    await province.setViewportSize({ width: 360, height: 740 })
    for (const path of ["/dieu-hanh/ho-so", `/en/dieu-hanh/ho-so/${id}`, `/dieu-hanh/ho-so/${id}/so-sanh`, "/dieu-hanh/hoi-dong"]) {
      await province.goto(`${run.shop}${path}`)
      await checkPage(province)
    }
  })
})
