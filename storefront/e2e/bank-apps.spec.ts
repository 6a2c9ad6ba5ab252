import { randomInt } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openNewShop } from "./support/open-shop"
import { placeOrder, type PlacedOrder } from "./support/orders"
import { checkPage } from "./support/page-checks"
import { DESK, PHONE, People } from "./support/people"
import { openOwnShop, type OwnShop } from "./support/shop-of-its-own"
import { signInSeller } from "./support/sign-in"
import { readRun } from "./support/stack"
import { putOnSale } from "./support/stall"
import { readVietQr } from "./support/vietqr"

/** Where the money is real: the page of an order leads to the buyer's own bank, on whatever it is read. */
const ANDROID = { ...PHONE, hasTouch: true, isMobile: true, userAgent: "Mozilla/5.0 (Linux; Android 14; SM-A146P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36" }
const people = new People(30_000)
let shop: OwnShop
let order: PlacedOrder

beforeAll(async () => {
  const run = readRun()
  const farmer = await people.arrive(PHONE)
  await signInSeller(farmer, run, (await openNewShop(run, { bin: "970422", bank_name: "MB" })).phone)
  order = await placeOrder(run, (await putOnSale(run, farmer, `Mật ong trả thật ${randomInt(1_000_000)}`)).handle)
  shop = await openOwnShop(run, { sandbox: false })
}, 180_000)
afterAll(async () => {
  await people.leave()
  await shop?.close()
})

test.each([
  ["an Android phone", ANDROID],
  ["a desk, without scripts", { ...DESK, javaScriptEnabled: false }],
])("on %s: each bank's app is one tap away, and is told what the code says", async (_, device) => {
  const page = await people.arrive(device)
  await page.goto(`${shop.url}/don-hang/${order.id}?k=${encodeURIComponent(order.access_token)}`)
  const code = readVietQr((await page.getByTestId("vietqr-payload").getAttribute("data-payload")) ?? "")
  const apps = page.getByTestId("bank-apps")
  await apps.locator("summary").click()
  const links = await apps.getByRole("link").evaluateAll((all) => all.map((one) => ({ name: one.textContent, href: one.getAttribute("href") ?? "", height: one.getBoundingClientRect().height })))
  expect(links.map(({ name }) => name)).toEqual(expect.arrayContaining(["Vietcombank", "BIDV", "Agribank", "MB"]))
  for (const { href, height } of links) {
    const { origin, searchParams } = new URL(href)
    expect([origin, searchParams.get("ba"), searchParams.get("am"), searchParams.get("tn")]).toEqual(["https://dl.vietqr.io", `${code.account}@mb`, String(code.amountVnd), code.memo])
    expect(height).toBeGreaterThanOrEqual(44)
  }
  expect(await page.getByTestId("sandbox-bank").count()).toBe(0)
  if (device === ANDROID) await checkPage(page)
}, 60_000)
