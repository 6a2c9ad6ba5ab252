import type { Browser, Page, Request } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { signInOperator } from "./support/sign-in"
import { readRun } from "./support/stack"

/** The operator's drawers: what is no day is not sent, the reason stands at the field, and what was typed stays. */
const run = readRun()
/** No order of another spec is charged by a rule that begins then. */
const LATER = "01/01/2099"
const NO_DAY = "Không có ngày này. Viết ngày/tháng/năm, ví dụ 22/11/2026."
let browser: Browser
let page: Page
let sent: Request[]

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } })
  await signInOperator(page, run)
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/admin/")) sent.push(request)
  })
})
afterAll(() => browser.close())

/** In Viet Nam, where its days are; `days` from now. */
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-GB", { timeZone: "Asia/Ho_Chi_Minh" })

async function openDrawer(path: string, button: string): Promise<void> {
  sent = []
  await page.goto(`${run.admin}/${path}`)
  await page.getByRole("button", { name: button, exact: true }).click()
}

async function refused(field: string, day: string, reason: string, submit: string): Promise<void> {
  await page.locator(field).fill(day)
  await page.getByRole("dialog").getByRole("button", { name: submit, exact: true }).click()
  await expect.poll(() => page.getByRole("dialog").getByRole("alert").allTextContents()).toEqual([reason])
  expect(await page.locator(field).evaluate((input) => document.activeElement === input)).toBe(true)
  expect(await page.locator(field).getAttribute("aria-invalid")).toBe("true")
}

test("a commission rule begins on a day that there is, today or later, in provinces that there are", async () => {
  await openDrawer("commission", "Thêm quy tắc")
  await page.locator("#rule-name").fill("Phí thử ngăn nhập")
  await page.locator("#rule-rate").fill("5")
  await page.locator("#rule-provinces").fill("00")
  await page.locator("#rule-reason").fill("Cho bài kiểm thử của trang")
  await refused("#rule-from", "31/02/2099", NO_DAY, "Thêm")
  await refused("#rule-from", dayFromNow(-2), `Chọn từ ngày ${dayFromNow(0)} trở đi.`, "Thêm")
  expect(sent).toEqual([])

  await page.locator("#rule-from").fill(LATER)
  expect(await page.getByRole("dialog").getByRole("alert").count()).toBe(0)
  await page.getByRole("dialog").getByRole("button", { name: "Thêm", exact: true }).click()
  await page.getByText("Không có tỉnh, thành phố nào mang mã 00.").first().waitFor()
  expect(await page.locator("#rule-name").inputValue()).toBe("Phí thử ngăn nhập")

  await page.locator("#rule-provinces").fill("19")
  await page.getByRole("dialog").getByRole("button", { name: "Thêm", exact: true }).click()
  await page.getByRole("dialog").waitFor({ state: "detached" })
  expect(sent.map((request) => (request.postDataJSON() as { valid_from: string }).valid_from)).toEqual(["2099-01-01", "2099-01-01"])
})

test("a tax rule's wrong day is not sent", async () => {
  await openDrawer("commission", "Thêm quy tắc thuế")
  await refused("#tax-from", "", "Nhập ngày, ví dụ 22/11/2026.", "Thêm")
  expect(sent).toEqual([])
})

test("VNPay settled today or before", async () => {
  await openDrawer("ledger", "Ghi quyết toán VNPay")
  await refused("#settlement-day", dayFromNow(2), `Chọn đến hết ngày ${dayFromNow(0)}.`, "Ghi sổ")
  await refused("#settlement-day", "hôm nay", NO_DAY, "Ghi sổ")
  expect(sent).toEqual([])
})

test("a button that is not the form's own sends nothing: another line, or thinking better of it", async () => {
  await openDrawer("ledger", "Đề nghị điều chỉnh")
  const dialog = page.getByRole("dialog")
  const amounts = dialog.getByLabel(/^Số tiền dòng/)
  const before = await amounts.count()
  for (let line = 0; line < before; line += 1) await amounts.nth(line).fill("1000")
  await page.locator("#adjustment-reason").fill("Cho bài kiểm thử của trang")
  await dialog.getByRole("button", { name: "Thêm dòng", exact: true }).click()
  await expect.poll(() => amounts.count()).toBe(before + 1)
  await dialog.getByRole("button", { name: "Thôi", exact: true }).click()
  await dialog.waitFor({ state: "detached" })
  expect(sent).toEqual([])
})
