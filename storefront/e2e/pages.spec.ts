import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { json, readRun, type Run } from "./support/stack"

/** KiB of JavaScript on the wire for a first visit; the framework alone takes about 140. */
const SCRIPT_BUDGET_KIB = 190

interface Card {
  handle: string
  seller: { handle: string }
  ocop: { certificate_code: string } | null
}

/** What holds for every page a stranger can open: readable by everyone, fits a small phone, stays light. */
describe("the pages of the shop", () => {
  let run: Run
  let browser: Browser
  const paths = new Map<string, string>()

  beforeAll(async () => {
    run = readRun()
    browser = await openBrowser()
    const { listings } = await json<{ listings: Card[] }>(`${run.backend}/store/search?q=che&stars=5,4,3`, {
      headers: { "x-publishable-api-key": run.publishable_key },
    })
    const card = listings.find((listing) => listing.ocop)
    if (!card?.ocop) throw new Error("The demonstration has no tea with stars.")
    paths.set("home", "/")
    paths.set("home in English", "/en")
    paths.set("search", "/tim-kiem?q=che")
    paths.set("search without a find", "/tim-kiem?q=khongcogi")
    paths.set("product", `/san-pham/${card.handle}`)
    paths.set("shop", `/gian-hang/${card.seller.handle}`)
    paths.set("province", "/vung/19")
    paths.set("certificate", `/xac-thuc/${card.ocop.certificate_code}`)
    paths.set("unknown certificate", "/xac-thuc/KHONG-CO-MA-NAY")
    paths.set("forged label", `/xac-thuc/${card.ocop.certificate_code}?s=CP1.x`)
    paths.set("lookup", "/xac-thuc")
    paths.set("offline check", "/xac-thuc/ngoai-tuyen")
    paths.set("statement of evidence", "/xac-thuc/bang-ke")
    paths.set("forged statement of evidence", "/xac-thuc/bang-ke?s=CPS1.x.y")
    paths.set("register", "/so-ocop")
    paths.set("register in English, filtered", "/en/so-ocop?province=19&stars=5,4&status=in_force")
    paths.set("register without a find", "/so-ocop?q=khongcogi")
    paths.set("geographical indication", "/chi-dan-dia-ly/tan-cuong-che")
    paths.set("all indications and marks", "/chi-dan-dia-ly")
    paths.set("collective mark", "/nhan-hieu/nhtt-che-thai-nguyen")
    paths.set("empty cart", "/gio-hang")
    paths.set("seller's login", "/ban-hang")
    paths.set("official's login", "/dieu-hanh")
  }, 120_000)

  afterAll(() => browser?.close())

  async function visit(path: string, check: (page: Page, scriptBytes: () => number) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send("Network.enable")
    const scripts = new Set<string>()
    let bytes = 0
    session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)))
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    const errors: string[] = []
    page.on("pageerror", (error) => errors.push(error.message))
    await page.goto(`${run.shop}${path}`, { waitUntil: "networkidle" })
    await check(page, () => bytes)
    expect(errors).toEqual([])
    await context.close()
  }

  test.each([
    "home",
    "home in English",
    "search",
    "search without a find",
    "product",
    "shop",
    "province",
    "certificate",
    "unknown certificate",
    "forged label",
    "lookup",
    "offline check",
    "register",
    "register in English, filtered",
    "register without a find",
    "geographical indication",
    "all indications and marks",
    "collective mark",
    "empty cart",
    "seller's login",
    "official's login",
  ])("%s: no axe violation, no sideways scroll, scripts within budget", async (name) => {
    await visit(paths.get(name) ?? "", async (page, scriptBytes) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(Math.round(scriptBytes() / 1024)).toBeLessThanOrEqual(SCRIPT_BUDGET_KIB)
    })
  }, 60_000)

  test.each([
    ["/san-pham/%ff", "vi"],
    ["/en/san-pham/%ff", "en"],
    ["/gian-hang/%E1%BA?q=%ff", "vi"],
    ["/%", "vi"],
    ["/en/%c3%28/100%", "en"],
  ])("%s, which nobody can decode, is our page of what is not there, in the reader's language", async (path, language) => {
    const answer = await fetch(`${run.shop}${path}`, { headers: { "accept-language": language } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain(language === "vi" ? "Không thấy trang này" : "can’t find this page")
  })

  test("a page names no other host: nothing is fetched from elsewhere", async () => {
    const context = await browser.newContext({ locale: "vi-VN" })
    const page = await context.newPage()
    const hosts = new Set<string>()
    page.on("request", (request) => {
      if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host)
    })
    for (const name of ["home", "product", "search", "register", "certificate", "offline check"]) await page.goto(`${run.shop}${paths.get(name)}`, { waitUntil: "networkidle" })
    expect([...hosts]).toEqual([new URL(run.shop).host])
    await context.close()
  }, 60_000)
})
