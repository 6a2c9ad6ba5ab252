import jsQR from "jsqr"
import type { Browser, BrowserContext, Page } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { addToCart, toPayment } from "./support/checkout"
import { placeOrder } from "./support/orders"
import { checkPage, scriptKib } from "./support/page-checks"
import { signInSeller } from "./support/sign-in"
import { json, readRun, type Run } from "./support/stack"
import { putOnSale } from "./support/stall"

const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN", acceptDownloads: true }

let run: Run
let browser: Browser
let farmer: Page
let page: Page
let handle: string
const contexts: BrowserContext[] = []

async function person(options: object = PHONE): Promise<Page> {
  const context = await browser.newContext(options)
  contexts.push(context)
  const opened = await context.newPage()
  opened.setDefaultTimeout(20_000)
  return opened
}

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  farmer = await person()
  await signInSeller(farmer, run)
  handle = (await putOnSale(run, farmer, "Chè nhiều cách trả kiểm thử", 40)).handle
  page = await person()
}, 120_000)

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await browser?.close()
})

const keyed = (order: { id: string; access_token: string }, path = "") => `${run.shop}${path}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`

async function decode(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).flatten({ background: "#fff" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** VNPay's QR says its own order number first; the simulated gateway is told that a banking app paid it. */
const payQr = (payload: string) =>
  json(`${run.backend}/sandbox/vnpay/transactions/${payload.split("|")[0]}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ outcome: "success" }) })

describe("VNPay's doors, chosen where the order is placed", () => {
  test("shown only with VNPay; an international card goes straight to its door", async () => {
    await addToCart(run, page, handle)
    await toPayment(run, page)
    expect(await page.getByTestId("vnpay-ways").isVisible()).toBe(false)
    await page.getByTestId("rail-vnpay").check()
    expect(await page.getByTestId("vnpay-ways").isVisible()).toBe(true)
    await checkPage(page)
    await page.getByTestId("vnpay-way-card").check()
    await page.getByTestId("place-order").click()
    await page.waitForURL(/\/sandbox\/vnpay\//)
    expect(new URL(page.url()).searchParams.get("vnp_BankCode")).toBe("INTCARD")
  })

  test("its QR is on our own page, read by a scanner, kept over a reload and as a picture; paid, the page turns green", async () => {
    await addToCart(run, page, handle)
    await toPayment(run, page)
    await page.getByTestId("rail-vnpay").check()
    await page.getByTestId("vnpay-way-qr").check()
    await page.getByTestId("place-order").click()
    await page.waitForURL(/don-hang/)
    const code = page.getByTestId("vnpay-qr-payload")
    await code.waitFor()
    const payload = (await code.getAttribute("data-payload")) ?? ""
    expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(280)
    expect(await decode(await code.screenshot())).toBe(payload)
    await page.reload()
    expect(await code.getAttribute("data-payload")).toBe(payload)
    await checkPage(page)
    expect(await scriptKib(page, page.url())).toBeLessThanOrEqual(190)
    const href = (await page.getByTestId("save-vnpay-qr").getAttribute("href")) ?? ""
    const picture = await fetch(new URL(href, run.shop))
    expect(picture.headers.get("content-disposition")).toMatch(/vnpayqr-don-\d+-\d+d\.png/)
    expect(await decode(Buffer.from(await picture.arrayBuffer()))).toBe(payload)
    await payQr(payload)
    await page.getByTestId("order-paid").waitFor()
    expect((await fetch(new URL(href, run.shop))).status).toBe(404)
  })

  test("asked for on the order page, without scripts too", async () => {
    const plain = await person({ ...PHONE, javaScriptEnabled: false })
    await plain.goto(keyed(await placeOrder(run, handle, "vnpay")))
    await plain.getByTestId("vnpay-qr").click()
    const code = plain.getByTestId("vnpay-qr-payload")
    await code.waitFor()
    expect(await decode(await code.screenshot())).toBe(await code.getAttribute("data-payload"))
  })
})

describe("somebody else pays, on another phone", () => {
  test("by the link, at VNPay, and comes back to the order that is paid; it does not become her order", async () => {
    const order = await placeOrder(run, handle, "vnpay")
    const mother = await person({ ...PHONE, viewport: { width: 412, height: 900 } })
    await mother.goto(keyed(order))
    const message = new URL((await mother.getByTestId("sms-order").getAttribute("href"))?.replace("sms:?&", "https://sms.invalid/?") ?? "")
    expect(message.searchParams.get("body")).toContain(keyed(order))
    await mother.getByTestId("pay-vnpay").click()
    await mother.waitForURL(/\/sandbox\/vnpay\//)
    await mother.getByTestId("vnpay-cancel").click()
    await mother.waitForURL(/don-hang/)
    await mother.getByText("Bạn đã dừng trả tiền ở VNPay").waitFor()
    await mother.getByTestId("pay-vnpay").click()
    await mother.waitForURL(/\/sandbox\/vnpay\//)
    await mother.getByTestId("vnpay-success").click()
    await mother.waitForURL(/don-hang/)
    await mother.getByTestId("order-paid").waitFor()
    const names = (await mother.context().cookies()).map(({ name }) => name)
    expect(names).not.toContain("cp_orders")
  })
})

describe("help that speaks of the rail", () => {
  test("VNPay's says nothing of a transfer, cash has its own", async () => {
    await page.goto(keyed(await placeOrder(run, handle, "vnpay")))
    const help = page.getByTestId("pay-help")
    await help.locator("summary").click()
    expect(await help.getAttribute("data-rail")).toBe("vnpay")
    expect(await help.innerText()).not.toContain("nội dung")
    await page.goto(keyed(await placeOrder(run, handle, "cod"), "/en"))
    expect(await help.getAttribute("data-rail")).toBe("cod")
    await help.locator("summary").click()
    await page.getByText("delivery is included").waitFor()
    await checkPage(page)
  })

  test("the shop that is asked to bring goods for cash reads how far, and no street", async () => {
    const order = await placeOrder(run, handle, "cod")
    const { order_group } = await json<{ order_group: { orders: { id: string }[] } }>(`${run.backend}/store/order-groups/${order.id}?access_token=${encodeURIComponent(order.access_token)}`, { headers: { "x-publishable-api-key": run.publishable_key } })
    await farmer.goto(`${run.shop}/ban-hang/don/${order_group.orders[0]!.id}`)
    const area = await farmer.getByTestId("delivery-area").innerText()
    expect(area).toContain("tỉnh Thái Nguyên")
    expect(area).toMatch(/cùng tỉnh|trong xã/)
    expect(await farmer.locator("main").innerText()).not.toContain("xóm Thử")
    await checkPage(farmer)
    await farmer.getByTestId("act-confirm").click()
    await farmer.getByTestId("buyer-address").waitFor()
    expect(await farmer.getByTestId("buyer-address").innerText()).toContain("xóm Thử")
  })
})

test("every row to copy fits beside its button on the narrowest phones, and every control is thumb-sized", async () => {
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 })
    await page.goto(keyed(await placeOrder(run, handle)))
    await page.getByTestId("vietqr-payload").waitFor()
    for (const id of ["copy-amount", "copy-memo", "copy-account"]) {
      const button = await page.getByTestId(id).boundingBox()
      const value = await page.getByTestId(id).locator("xpath=../div/strong").boundingBox()
      expect(button!.x, `${id} at ${width}`).toBeGreaterThanOrEqual(value!.x + value!.width)
      if (width === 360) expect(value!.height, `${id} stands on one line`).toBeLessThan(40)
    }
    const small = await page.locator("main :is(a, button, summary, select, input:not([type=hidden]))").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => ({ text: one.textContent, height: (one.closest("label") ?? one).getBoundingClientRect().height })).filter(({ height }) => height < 44),
    )
    expect(small).toEqual([])
  }
  await page.setViewportSize(PHONE.viewport)
})
