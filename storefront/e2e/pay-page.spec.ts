import { readFileSync } from "node:fs"
import jsQR from "jsqr"
import type { Browser, BrowserContext, Page } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { askedFor, placeOrder, transfer, type PlacedOrder } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { readRun, type Run } from "./support/stack"
import { someGoods } from "./support/stall"
import { readVietQr } from "./support/vietqr"

let run: Run
let browser: Browser
let phone: BrowserContext
let page: Page
let handle: string

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  handle = await someGoods(run, browser, "Chè trả tiền kiểm thử", 40)
  phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] })
  page = await phone.newPage()
  page.setDefaultTimeout(20_000)
}, 120_000)

afterAll(() => browser?.close())

const open = async (to: Page, path = "") => {
  const order = await placeOrder(run, handle)
  await to.goto(`${run.shop}${path}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`)
  await to.getByTestId("vietqr-payload").waitFor()
  return order
}

/** The same, until the page hears its stream: before that it asks every two seconds. */
const openLive = async () => (await Promise.all([open(page), page.waitForResponse(/\/api\/order-state\/[^/]+\/events\?/)]))[0]

const payloadOn = async (of: Page) => (await of.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? ""

async function decode(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).flatten({ background: "#fff" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** What is on the clipboard after a tap; what lay there before is not it. */
async function copied(of: Page, button: string): Promise<string> {
  await of.evaluate(() => navigator.clipboard.writeText("what lay there before"))
  await of.getByTestId(button).click()
  await of.getByTestId(button).getByText("Đã chép").waitFor()
  return of.evaluate(() => navigator.clipboard.readText())
}

/** The deadline as the page may say it, when it was said between these two moments. */
function leftUntil(deadline: string, from: number, to: number): string[] {
  return [from, to].map((at) => {
    const minutes = Math.ceil((Date.parse(deadline) - at) / 60_000)
    return minutes < 120 ? `Còn ${minutes} phút để trả tiền` : `Còn ${Math.floor(minutes / 60)} giờ để trả tiền`
  })
}

describe("paying on the phone that ordered", () => {
  let order: PlacedOrder

  beforeEach(async () => {
    order = await open(page)
  })

  test("the code is large, in the first screens, and a scanner reads from the very pixels what the page says in letters", async () => {
    const box = await page.getByTestId("vietqr-payload").boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(280)
    const read = await decode(await page.getByTestId("vietqr-payload").screenshot())
    expect(read).toBe(await payloadOn(page))
    const qr = readVietQr(read ?? "")
    const shown = await page.locator("main").innerText()
    expect(shown).toContain(qr.memo)
    expect(shown.replace(/\s/g, "")).toContain(qr.account)
    await checkPage(page)
    expect(await scriptKib(page, page.url())).toBeLessThanOrEqual(190)
  })

  test("the code is saved as a picture that says the same, under a name that says how much", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-qr").click()])
    expect(download.suggestedFilename()).toMatch(/^vietqr-don-\d+-\d+d-CP\w+\.png$/)
    expect(await decode(readFileSync(await download.path()))).toBe(await payloadOn(page))
  })

  test("a tap copies amount, memo and account as a banking app takes them, and as the order asks for them", async () => {
    const { payment } = await askedFor(run, order)
    expect(await copied(page, "copy-amount")).toBe(String(payment.amount_vnd))
    expect(await copied(page, "copy-memo")).toBe(payment.vietqr!.memo)
    expect(await copied(page, "copy-account")).toBe(payment.vietqr!.account_number)
    const read = readVietQr(await payloadOn(page))
    expect([String(read.amountVnd), read.memo, read.account]).toEqual([String(payment.amount_vnd), payment.vietqr!.memo, payment.vietqr!.account_number])
  })

  test("a phone that lets nothing be copied is not told that something was", async () => {
    await page.evaluate(() => void (navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))))
    await page.getByTestId("copy-memo").click()
    await page.getByTestId("copy-memo").getByText("Bấm giữ số").waitFor()
  })

  test("the time left is that of the order's deadline, grows less while the page lies open, and ends with it", async () => {
    const { expires_at: deadline } = (await askedFor(run, order)).payment
    const asked = Date.now()
    await page.reload()
    const said = await page.getByTestId("time-left").innerText()
    expect(leftUntil(deadline, asked, Date.now())).toContain(said)
    const lying = await phone.newPage()
    await lying.clock.install()
    await lying.goto(page.url())
    const left = lying.getByTestId("time-left")
    await left.waitFor()
    // Until the page is alive it says what the server wrote.
    await lying.getByTestId("copy-memo").click()
    await lying.getByTestId("copy-memo").getByText("Đã chép").waitFor()
    await lying.clock.fastForward(Date.parse(deadline) - Date.now() - 7.5 * 60_000)
    await expect.poll(() => left.innerText()).toMatch(/^Còn [78] phút để trả tiền$/)
    await lying.clock.fastForward(9 * 60_000)
    await expect.poll(() => left.innerText()).toBe("Đã hết giờ trả tiền")
    await lying.close()
  })

  test("what to do when the money left stands there, closed until it is needed", async () => {
    const help = page.getByTestId("pay-help")
    expect(await help.locator("li").first().isVisible()).toBe(false)
    await help.locator("summary").click()
    expect(await help.locator("li").count()).toBe(4)
    await checkPage(page)
  })

  test("nobody gets the picture without the key, nor of another order", async () => {
    const href = new URL((await page.getByTestId("save-qr").getAttribute("href")) ?? "", run.shop)
    expect((await fetch(`${href.origin}${href.pathname}`)).status).toBe(404)
    expect((await fetch(`${href.origin}/api/order-qr/${order.id}/order_none?k=${order.access_token}`)).status).toBe(404)
    expect((await fetch(`${href.origin}/api/order-state/${order.id}/events?k=wrong`)).status).toBe(404)
    expect((await fetch(`${href.origin}/don-hang/%00?k=%00`)).status).toBe(404)
  })
})

describe("the page turns by itself", () => {
  test("by the stream, hardly asking; then the code and its picture are gone", async () => {
    const order = await openLive()
    let asked = 0
    page.on("request", (request) => void (/\/api\/order-state\/[^/]+\?/.test(request.url()) && (asked += 1)))
    const picture = (await page.getByTestId("save-qr").getAttribute("href")) ?? ""
    await page.waitForTimeout(9_000)
    // Without a stream it would have asked four times by now.
    expect(asked).toBeLessThanOrEqual(3)
    await transfer(run, { payload: await payloadOn(page) })
    await page.getByTestId("order-paid").waitFor()
    expect(await page.getByTestId("vietqr-payload").count()).toBe(0)
    expect((await fetch(new URL(picture, run.shop))).status).toBe(404)
    expect(order.id).toMatch(/^ogr_/)
  })

  test("without a stream too, by asking", async () => {
    const poor = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
    await poor.route("**/api/order-state/*/events*", (route) => route.abort())
    const asking = await poor.newPage()
    await open(asking)
    await transfer(run, { payload: await payloadOn(asking) })
    await asking.getByTestId("order-paid").waitFor({ timeout: 20_000 })
    await poor.close()
  })

  test("the phone loses its network: said at once, before any question fails, and taken back with the network", async () => {
    await openLive()
    const line = page.getByTestId("watch-trouble")
    // Past the first question; with the stream the next is twenty seconds away.
    await page.waitForTimeout(2_000)
    expect(await line.innerText()).toBe("")
    await phone.setOffline(true)
    await line.getByText("Mất mạng").waitFor({ timeout: 15_000 })
    await phone.setOffline(false)
    await line.getByText("Mất mạng").waitFor({ state: "detached" })
  })

  test("paid from another phone that got the link: both pages turn green", async () => {
    await open(page)
    const other = await browser.newContext({ viewport: { width: 412, height: 900 }, locale: "vi-VN" })
    const mothers = await other.newPage()
    await mothers.goto(page.url())
    const payload = await payloadOn(mothers)
    expect(payload).toBe(await payloadOn(page))
    await transfer(run, { payload })
    await Promise.all([page.getByTestId("order-paid").waitFor(), mothers.getByTestId("order-paid").waitFor()])
    await other.close()
  })

  test("a part of the money: the page says what is missing and the code stays", async () => {
    await open(page)
    const asked = await payloadOn(page)
    await transfer(run, { payload: asked, amount_vnd: 50_000 })
    await page.getByText("Còn thiếu", { exact: false }).first().waitFor()
    expect(await page.getByTestId("vietqr-payload").count()).toBe(1)
    // What is scanned or copied now is the rest, not the whole once more.
    const { amountVnd } = readVietQr(asked)
    expect(readVietQr(await payloadOn(page)).amountVnd).toBe(amountVnd - 50_000)
    expect(await copied(page, "copy-amount")).toBe(String(amountVnd - 50_000))
  })
})

test("without scripts the code, the picture and the numbers are all there", async () => {
  const plain = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", javaScriptEnabled: false })
  const silent = await plain.newPage()
  await open(silent)
  expect(await decode(await silent.getByTestId("vietqr-payload").screenshot())).toBe(await payloadOn(silent))
  expect(await silent.getByTestId("save-qr").isVisible()).toBe(true)
  await plain.close()
})

test("in English", async () => {
  await open(page, "/en")
  expect(await page.locator("main").innerText()).toContain("Save the QR picture")
  await checkPage(page)
})
