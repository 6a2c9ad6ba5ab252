import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { isFreshlyOnSale, platformName, readExternalUrl } from "./external-listing"

test.each([
  ["https://shopee.vn/Chè-Đinh-i.1.2", "shopee"],
  ["https://www.lazada.vn/products/mien-dong.html", "lazada"],
  ["https://shop.tiktok.com/view/product/17", "tiktok_shop"],
  ["https://nongsan.buudien.vn/che", "buudien"],
  ["https://voso.vn/mat-ong#gia", "voso"],
  ["https://ocop.caobang.gov.vn/san-pham/7", "other"],
  // A host that only ends in the same letters is another's.
  ["https://myshopee.vn/a", "other"],
  ["https://shopee.vn.evil.com/a", "other"],
])("%s is sold on %s", (typed, platform) => expect(readExternalUrl(typed)).toMatchObject({ platform }))

test.each([
  ["javascript:alert(1)", "not_https"],
  ["JaVaScRiPt:alert(1)//https://shopee.vn", "not_https"],
  ["http://shopee.vn/a", "not_https"],
  ["data:text/html,<script>", "not_https"],
  ["https://user:secret@shopee.vn/", "has_credentials"],
  ["https://shopee.vn@evil.com/", "has_credentials"],
  ["https://shopee.vn:8443/", "has_port"],
  ["https://127.0.0.1/", "not_public"],
  ["https://2130706433/", "not_public"],
  ["https://[::1]/", "not_public"],
  ["https://localhost/", "not_public"],
  ["https://metadata.internal/", "not_public"],
  ["shopee.vn/a", "not_a_url"],
  ["https://shopee.vn/a b", "not_a_url"],
  ["", "not_a_url"],
])("%s is refused: %s", (typed, fault) => expect(readExternalUrl(typed)).toEqual({ fault }))

test("whatever is typed, what is kept is a public https page, and reading it again changes nothing", () => {
  const typed = fc.oneof(fc.webUrl({ validSchemes: ["https", "http"], withFragments: true, withQueryParameters: true }), fc.string())
  fc.assert(
    fc.property(typed, (text) => {
      const read = readExternalUrl(text)
      if ("fault" in read) return
      expect(read.url).toMatch(/^https:\/\/[^@#/:\s]+\/[^#\s]*$/)
      expect(readExternalUrl(read.url)).toEqual(read)
    }),
  )
})

test("a check holds 90 days, and a page that is gone counts from no day", () => {
  const check = { last_checked_on: "2026-08-24", check_result: "on_sale" as const }
  expect(isFreshlyOnSale(check, "2026-11-22")).toBe(true)
  expect(isFreshlyOnSale(check, "2026-11-23")).toBe(false)
  expect(isFreshlyOnSale(check, addDays("2026-08-24", -1))).toBe(false)
  expect(isFreshlyOnSale({ ...check, check_result: "gone" }, "2026-09-01")).toBe(false)
  expect(isFreshlyOnSale({ last_checked_on: null, check_result: null }, "2026-09-01")).toBe(false)
})

test("a platform without a name goes by its host", () => {
  expect(platformName("other", "www.ocop.vn")).toBe("ocop.vn")
  expect(platformName("shopee", "shopee.vn")).toBe("Shopee")
})
