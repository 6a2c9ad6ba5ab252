import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { carriesName, LEAST_SCORE, matchScore, producerWords } from "./match-score"

const register = (
  parse(readFileSync(resolve(__dirname, "../../../../../../seed/data/ocop_products.csv")), { columns: true }) as Record<string, string>[]
).map((row) => ({ name: row.name ?? "", producer_name: row.producer_name || null, commune_code: row.commune_code || null }))

function best(listing: Parameters<typeof matchScore>[0]) {
  return register.map((product) => ({ product, score: matchScore(listing, product) })).sort((a, b) => b.score - a.score)[0]
}

test("every product of the register with a producer proposes itself first", () => {
  for (const product of register) {
    if (!product.producer_name) continue
    const listing = { title: product.name, seller_name: product.producer_name, commune_code: product.commune_code }
    expect(best(listing)?.product).toMatchObject({ name: product.name, producer_name: product.producer_name })
    expect(best(listing)?.score).toBeGreaterThanOrEqual(0.9)
  }
})

test("written otherwise, it is still found", () => {
  const listing = { title: "che dinh tan cuong hop 200g", seller_name: "Hợp tác xã Chè Hảo Đạt", commune_code: "05503" }
  expect(best(listing)?.product.name).toBe("Chè Đinh Tân Cương")
})

test("a stranger's goods propose nothing", () => {
  const listing = { title: "Áo thun nam cổ tròn", seller_name: "Thời trang Hà Thành", commune_code: "00004" }
  expect(best(listing)?.score).toBeLessThan(LEAST_SCORE)
})

test("the kind of a producer does not tell who it is", () => {
  expect(producerWords("HTX chè Hảo Đạt")).toEqual(producerWords("Hợp tác xã Chè Hảo Đạt"))
  expect(producerWords("Công ty TNHH MTV Asuka Việt Nam")).toEqual(["asuka", "viet", "nam"])
  expect(producerWords("HTX Nông nghiệp")).toEqual(["htx", "nong", "nghiep"])
})

test.each([
  ["Chè Đinh Tân Cương hộp 200 g", "Chè Đinh Tân Cương", true],
  ["che dinh tan cuong", "Chè Đinh Tân Cương", true],
  ["Chè tôm nõn Tân Cương", "Chè Đinh Tân Cương", false],
  ["Phân bón", "Chè Đinh Tân Cương", false],
  ["Chè", "", false],
])("the title %s carries the name %s: %s", (title, name, expected) => expect(carriesName(title, name)).toBe(expected))
