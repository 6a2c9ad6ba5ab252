import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, BrowserContext, Page } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./support/browser"
import { labelFile, scanLabel } from "./support/label"
import { asOperator, decide, recognise, type Recognised } from "./support/operator"
import { readRun, type Run } from "./support/stack"

let run: Run
let browser: Browser
let context: BrowserContext
let page: Page
let given: Recognised
/** What a phone reads off the label of `given`. */
let scanned: URL

beforeAll(async () => {
  run = readRun()
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", acceptDownloads: true })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  given = await recognise(run, "2026-03-01")
  scanned = await scanLabel(await file(given.code, "label.png"))
}, 120_000)

afterAll(() => browser?.close())

const file = (code: string, name: string) => labelFile(run, code, name)

/** What an authority decided later about a certificate, entered by the operator. */
const act = ({ productId, id }: Recognised, name: "revoke" | "prolong", facts: object) =>
  asOperator(run, `/ocop/products/${productId}/recognitions/${id}/${name}`, { document_no: "46/QĐ-UBND", ...facts })

const statementOf = (url: URL) => url.searchParams.get("s") ?? ""

/** The scanned address with other values in the payload, under the old signature. */
function forged(change: (fields: unknown[]) => unknown[]): string {
  const [mark, payload = "", signature] = statementOf(scanned).split(".")
  const fields = change(JSON.parse(Buffer.from(payload, "base64url").toString()) as unknown[])
  return `${scanned.origin}${scanned.pathname}?s=${mark}.${Buffer.from(JSON.stringify(fields)).toString("base64url")}.${signature}`
}

/** One letter in the middle of the signature replaced. */
function scratched(): string {
  const at = scanned.href.length - 40
  return scanned.href.slice(0, at) + (scanned.href[at] === "A" ? "B" : "A") + scanned.href.slice(at + 1)
}

const status = () => page.getByTestId("certificate-status").getAttribute("data-status")

describe("a buyer scans a label", () => {
  test.each(["label.svg", "label.png?width=700", "label.png?width=2800"])("%s carries the same address", async (name) => {
    expect((await scanLabel(await file(given.code, name))).href).toBe(scanned.href)
  })

  test("the page says valid, for the right product, and that the label is genuine", async () => {
    await page.goto(scanned.href)
    expect(await status()).toBe("valid")
    await page.getByText(given.name).first().waitFor()
    await page.getByText("45/QĐ-UBND").first().waitFor()
    await page.getByText("01/03/2029").first().waitFor()
    expect(await page.getByTestId("label-proof").innerText()).toContain("Tem thật")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test("machines read the same as people", async () => {
    await page.goto(`${run.shop}/xac-thuc/${given.code}`)
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as Record<string, unknown>
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Certification",
      certificationIdentification: given.code,
      certificationStatus: "https://schema.org/CertificationActive",
      expires: "2029-03-01",
      issuedBy: { name: "UBND tỉnh Thái Nguyên" },
      about: { name: given.name },
      url: `${run.shop}/xac-thuc/${given.code}`,
    })
  })

  test("one changed character is told: signature, star, key", async () => {
    for (const [address, expected] of [
      [scratched(), "tampered"],
      [forged((fields) => fields.with(4, 5)), "tampered"],
      [forged((fields) => fields.with(7, "2039-03-01")), "tampered"],
      [`${scanned.origin}${scanned.pathname}?s=CP1.x`, "tampered"],
      [`${scanned.origin}${scanned.pathname}?s=${"x".repeat(4_500)}`, "tampered"],
      [forged((fields) => fields.with(0, "00000000")), "unknown_key"],
    ] as const) {
      await page.goto(address)
      expect(await status(), address).toBe(expected)
      // The register's own word on the code stays readable, but offers no label to print.
      await page.getByText(given.name).first().waitFor()
      expect(await page.getByTestId("label-downloads").count()).toBe(0)
    }
  })

  test("a true statement under another certificate's code is told, and leads to its own", async () => {
    const other = await recognise(run, "2026-03-01")
    for (const code of [other.code, "CP-0000-0000"]) {
      await page.goto(`${run.shop}/xac-thuc/${code}?s=${statementOf(scanned)}`)
      expect(await status()).toBe("other_certificate")
    }
    await page.getByRole("link", { name: new RegExp(given.code) }).first().click()
    await page.waitForURL(new RegExp(given.code))
    await page.getByTestId("label-proof").waitFor()
    expect(await status()).toBe("valid")
  })

  test("an unknown code is told", async () => {
    await page.goto(`${run.shop}/xac-thuc/CP-0000-0000`)
    expect(await status()).toBe("unknown")
    // One wrong letter is put right in what was typed, not typed anew.
    expect(await page.locator('input[name="code"]').inputValue()).toBe("CP-0000-0000")
  })

  test("after a withdrawal the label in the hand says so", async () => {
    const withdrawn = await recognise(run, "2026-03-01")
    const label = await scanLabel(await file(withdrawn.code, "label.png"))
    await act(withdrawn, "revoke", { ground: "law_violated", revoked_on: "2026-04-01", concluded_on: "2026-03-30" })
    await page.goto(label.href)
    expect(await status()).toBe("revoked")
    await page.getByText("01/04/2026").first().waitFor()
    expect(await page.getByTestId("label-downloads").count()).toBe(0)
    expect((await fetch(`${run.shop}/api/labels/${withdrawn.code}/label.png`)).status).toBe(409)
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as { certificationStatus: string }
    expect(data.certificationStatus).toBe("https://schema.org/CertificationInactive")
  })

  test("what label and register tell differently is named", async () => {
    const prolonged = await recognise(run, "2026-03-01")
    const label = await scanLabel(await file(prolonged.code, "label.png"))
    await act(prolonged, "prolong", { until: "2029-04-30" })
    await page.goto(label.href)
    expect(await status()).toBe("valid")
    const proof = await page.getByTestId("label-proof").innerText()
    expect(proof).toContain("nay sổ ghi khác")
    expect(proof).toContain("Có giá trị đến ghi trên tem: 01/03/2029")
    await page.getByText("30/04/2029").waitFor()
    expect((await scanLabel(await file(prolonged.code, "label.png"))).href).not.toBe(label.href)
  })

  test("a certificate past its end says so, and says so too while it is prolonged", async () => {
    const today = new Date()
    const day = (months: number, days: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate() + days)).toISOString().slice(0, 10)
    const ended = await recognise(run, day(-36, -40))
    await page.goto(`${run.shop}/xac-thuc/${ended.code}`)
    expect(await status()).toBe("expired")
    await act(ended, "prolong", { until: day(0, 30) })
    await page.goto((await scanLabel(await file(ended.code, "label.png"))).href)
    expect(await status()).toBe("prolonged")
    expect(await page.getByTestId("label-proof").innerText()).toContain("Tem thật")
  })

  test("after a new decision the former label leads to the certificate of today", async () => {
    const former = await recognise(run, "2026-03-01")
    const label = await scanLabel(await file(former.code, "label.png"))
    const { code } = await decide(run, former.productId, "2026-09-01", 5)
    await page.goto(label.href)
    expect(await status()).toBe("replaced")
    expect(await page.getByTestId("certificate-history").getByRole("listitem").count()).toBe(2)
    await page.getByTestId("replaced-by").click()
    await page.waitForURL(new RegExp(code))
    await page.getByTestId("certificate-history").waitFor()
    expect(await status()).toBe("valid")
  })
})

describe("the lookup", () => {
  test("takes a code as people write it, an address, a bare statement", async () => {
    for (const text of [given.code, ` ${given.code.toLowerCase().replaceAll("-", " ")} `, scanned.href, statementOf(scanned)]) {
      await page.goto(`${run.shop}/xac-thuc`)
      await page.getByRole("textbox").fill(text)
      await page.getByRole("button", { name: "Tra cứu" }).click()
      await page.getByTestId("certificate-status").waitFor()
      expect(await status(), text).toBe("valid")
      expect(await page.getByTestId("label-proof").count(), text).toBe(text.includes("CP1.") ? 1 : 0)
    }
    await page.goto(`${run.shop}/xac-thuc?code=CP1.khong.phai`)
    expect(await status()).toBe("tampered")
  })

  test("reads a photograph of the label", async () => {
    await page.goto(`${run.shop}/xac-thuc`, { waitUntil: "networkidle" })
    await page.getByTestId("label-photo").setInputFiles({ name: "trang.png", mimeType: "image/png", buffer: await blank() })
    await page.getByText("Chưa thấy mã QR").waitFor()
    await page.getByTestId("label-photo").setInputFiles({ name: "tem.jpg", mimeType: "image/jpeg", buffer: await photographed() })
    await page.waitForURL(new RegExp(given.code))
    await page.getByTestId("label-proof").waitFor()
    expect(await status()).toBe("valid")
  })

  test("works without scripts, and so does the certificate's page", async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    const plain = await bare.newPage()
    await plain.goto(`${run.shop}/en/xac-thuc`)
    await plain.getByRole("textbox").fill(scanned.href)
    await plain.getByRole("button", { name: "Check" }).click()
    expect(await plain.getByTestId("certificate-status").getAttribute("data-status")).toBe("valid")
    expect(new URL(plain.url()).pathname).toBe(`/en/xac-thuc/${given.code}`)
    await plain.goto(scratched())
    expect(await plain.getByTestId("certificate-status").getAttribute("data-status")).toBe("tampered")
    await bare.close()
  })
})

describe("the printed sheet", () => {
  test("comes from the shop, as a PDF to keep", async () => {
    await page.goto(`${run.shop}/xac-thuc/${given.code}`)
    await page.getByTestId("label-downloads").click()
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /24 tem/ }).click()])
    expect(download.suggestedFilename()).toBe(`${given.code}.pdf`)
    for (const size of [8, 12, 24]) expect((await file(given.code, `labels.pdf?per_sheet=${size}`)).subarray(0, 5).toString()).toBe("%PDF-")
  })

  test("what does not exist is refused in words", async () => {
    const unknown = await fetch(`${run.shop}/api/labels/CP-0000-0000/label.svg`)
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"])
    expect(await unknown.text()).toContain("giấy chứng nhận")
    expect((await fetch(`${run.shop}/api/labels/${given.code}/secrets.txt`)).status).toBe(404)
    expect((await fetch(`${run.shop}/api/labels/${given.code}/label.png?width=1`)).status).toBe(400)
    expect((await fetch(`${run.shop}/api/labels/..%2F..%2Fadmin/label.svg`)).status).toBe(404)
  })
})

describe("the published keys", () => {
  test("are open to any web page, kept by caches, and hold the key that signed", async () => {
    const answer = await fetch(`${run.shop}/.well-known/ocop-keys.json`, { headers: { origin: "https://elsewhere.example" } })
    expect(answer.headers.get("access-control-allow-origin")).toBe("*")
    expect(answer.headers.get("cache-control")).toContain("max-age=300")
    const { keys } = (await answer.json()) as { keys: { kid: string; kty: string; crv: string; x: string }[] }
    const [kid] = JSON.parse(Buffer.from(statementOf(scanned).split(".")[1] ?? "", "base64url").toString()) as string[]
    expect(keys.find((key) => key.kid === kid)).toMatchObject({ kty: "OKP", crv: "Ed25519" })
  })
})

/** With and without an Ed25519 of the browser's own: an older phone takes the library. */
describe.each([{ of: "a browser with Ed25519" }, { of: "a browser without", without: true }])("without a network, in $of", ({ without }) => {
  let offline: BrowserContext
  let away: Page

  beforeAll(async () => {
    offline = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
    if (without) await offline.addInitScript(() => void (crypto.subtle.importKey = () => Promise.reject(new DOMException("Ed25519", "NotSupportedError"))))
    away = await offline.newPage()
    away.setDefaultTimeout(20_000)
    await away.goto(`${run.shop}/xac-thuc/ngoai-tuyen`, { waitUntil: "networkidle" })
    await away.locator('[data-testid="offline-ready"][data-ready="true"]').waitFor()
    // Reading pictures is fetched when it is first used.
    await away.getByTestId("label-photo").setInputFiles({ name: "trang.png", mimeType: "image/png", buffer: await blank() })
    await away.getByText("Chưa thấy mã QR").waitFor()
    await offline.setOffline(true)
  }, 60_000)

  afterAll(() => offline?.close())

  async function verdictOn(text: string): Promise<string | null> {
    await away.getByRole("textbox").fill("")
    await away.getByRole("textbox").fill(text)
    await away.getByRole("button", { name: "Kiểm tra", exact: true }).click()
    await away.getByTestId("offline-verdict").waitFor()
    return away.getByTestId("offline-verdict").getAttribute("data-state")
  }

  async function readable(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: away }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)).toEqual([])
    expect(await away.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  }

  test("the network is really gone", async () => {
    expect(await away.evaluate(() => fetch("/").then(() => "there", () => "gone"))).toBe("gone")
  })

  test("a genuine label is genuine, with what it says and what can't be known", async () => {
    expect(await verdictOn(scanned.href)).toBe("in_term")
    await away.getByText(given.name).waitFor()
    await away.getByText("Giấy có bị thu hồi sau khi tem được in hay không.").waitFor()
    await readable()
  })

  test("changed ones are rejected", async () => {
    expect(await verdictOn(scratched())).toBe("tampered")
    await readable()
    expect(await verdictOn(forged((fields) => fields.with(4, 5)))).toBe("tampered")
    expect(await verdictOn(forged((fields) => fields.with(0, "00000000")))).toBe("unknown_key")
    expect(await verdictOn(scanned.href.replace(given.code, "CP-0000-0000"))).toBe("other_certificate")
    expect(await verdictOn(given.code)).toBe("no_statement")
    expect(await verdictOn(statementOf(scanned))).toBe("in_term")
  })

  test("a photograph is read too", async () => {
    await verdictOn(given.code)
    await away.getByTestId("label-photo").setInputFiles({ name: "tem.jpg", mimeType: "image/jpeg", buffer: await photographed() })
    await away.locator('[data-testid="offline-verdict"][data-state="in_term"]').waitFor()
  })
})

async function blank(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: "#fff" } }).png().toBuffer()
}

/** The label on a wooden table, a little askew, as a telephone takes it. */
async function photographed(): Promise<Buffer> {
  const label = await sharp(await file(given.code, "label.png?width=1400")).rotate(7, { background: "#7a5a3a" }).toBuffer()
  return sharp({ create: { width: 3000, height: 2200, channels: 3, background: "#7a5a3a" } }).composite([{ input: label, gravity: "centre" }]).jpeg({ quality: 80 }).toBuffer()
}
