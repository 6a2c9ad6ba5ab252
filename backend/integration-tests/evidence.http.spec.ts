import { beforeAll, describe, expect, test } from "vitest"
import { strFromU8, unzipSync } from "fflate"
import { asOperator, fetchGroup, listingOfAnotherSeller, newListing, placed, readyCart, store, transfer, untilGroup, type TestListing } from "./support/checkout"
import { todayInVietNam } from "./support/days"
import { readRun, sellerToken, type Run } from "./support/people"

let run: Run
let mine: TestListing
/** It was published on one of them: the same day, but at midnight. */
let publishedOn: string[]

beforeAll(async () => {
  run = readRun()
  const before = todayInVietNam()
  mine = await newListing(run, 20, 150_000)
  publishedOn = [before, todayInVietNam()].map((day) => day.split("-").reverse().join("/"))
})

async function evidence(file: "pdf" | "xlsx", query = "", id = mine.id, token?: string) {
  const response = await fetch(`${run.backend}/seller/listings/${id}/evidence.${file}${query}`, { headers: { authorization: `Bearer ${token ?? (await sellerToken(run))}`, "accept-language": "vi" } })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** The cells of the workbook's sheets, as texts. */
async function workbook(query = "") {
  const { status, bytes } = await evidence("xlsx", query)
  expect(status).toBe(200)
  const files = unzipSync(new Uint8Array(bytes))
  return [1, 2, 3].map((n) =>
    [...strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array()).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<c [^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g)].map(([, number, text]) => number ?? text ?? ""),
    ),
  )
}

const fact = (sheet: string[][] | undefined, name: string) => sheet?.find(([first]) => first?.startsWith(name))?.[1]

type Verdict = { state: string; key_id: string | null; statement: { orders: number; revenue_vnd: number; quantity: number; product_id: string } | null; product: { title: string } | null; sales: { months: { month: string; orders: number }[]; provinces: string[] } | null }
const check = async (s: string) => (await store<{ verdict: Verdict }>(run, `/evidence?s=${encodeURIComponent(s)}`)).body.verdict

async function buyAndPay(quantity: number) {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity }]))
  const { orders } = await fetchGroup(run, group)
  await transfer(run, { payload: orders[0]?.payment.vietqr?.payload })
  await untilGroup(run, group, (view) => view.orders.every((order) => order.state === "paid"))
  // A statement is of a whole second and counts what was paid before it: a sale of this very second is in the next one.
  await new Promise((resolve) => setTimeout(resolve, 1_050 - (Date.now() % 1_000)))
  return orders[0]?.id ?? ""
}

test("before anything is sold the statement says so, with the permanent addresses and the day of the first publication", async () => {
  const [facts, months] = await workbook()
  expect(fact(facts, "Đã giao đến")).toContain("chưa có đơn hàng nào")
  expect(fact(facts, "Trang sản phẩm")).toBe(`${run.shop}/san-pham/${mine.handle}`)
  expect(fact(facts, "Trang gian hàng")).toBe(`${run.shop}/gian-hang/${mine.seller.handle}`)
  expect(publishedOn).toContain(fact(facts, "Đăng bán lần đầu"))
  // Heading, twelve months, the sum.
  expect(months).toHaveLength(14)
  expect(months?.at(-1)).toEqual(["Cộng", "0", "0", "0", "0"])
})

describe("what was sold", () => {
  let first = ""

  test("counts orders that were paid, and no others", async () => {
    first = await buyAndPay(2)
    await placed(run, await readyCart(run, [{ listing: mine, quantity: 5 }]))
    const day = todayInVietNam()
    const [facts, months] = await workbook()
    expect([fact(facts, "Số đơn"), fact(facts, "Số lượng"), fact(facts, "Doanh thu")]).toEqual(["1", "2", "300000"])
    expect(months?.at(-2)).toEqual([`${day.slice(5, 7)}/${day.slice(0, 4)}`, "1", "2", "300000", "1"])
    const text = JSON.stringify([facts, months])
    for (const secret of ["Người mua thử", "912345678", "912 345 678", "xóm Thử"]) expect(text).not.toContain(secret)
  })

  test("anybody can check the statement, and sees when an order was refunded afterwards", async () => {
    const [facts] = await workbook()
    const address = new URL(fact(facts, "Kiểm tra bản kê") ?? "")
    expect(address.pathname).toBe("/xac-thuc/bang-ke")
    const signed = address.searchParams.get("s") ?? ""
    const verdict = await check(signed)
    expect(verdict).toMatchObject({ state: "genuine", statement: { orders: 1, quantity: 2, revenue_vnd: 300_000, product_id: mine.id } })
    expect(verdict.sales?.months.at(-1)).toMatchObject({ orders: 1 })
    expect(verdict.product?.title).toMatch(/^Chè kiểm thử/)

    // A later sale is not in it and changes nothing; a refund does.
    await buyAndPay(1)
    expect((await check(signed)).state).toBe("genuine")
    await asOperator(run, `/orders/${first}/cancel`, {})
    const after = await check(signed)
    expect(after).toMatchObject({ state: "outdated", statement: { orders: 1 }, sales: null })
    const [now] = await workbook()
    expect(fact(now, "Số đơn")).toBe("1")
    expect(fact(now, "Doanh thu")).toBe("150000")
  })

  test("a forged statement is none", async () => {
    const [facts] = await workbook()
    const signed = new URL(fact(facts, "Kiểm tra bản kê") ?? "").searchParams.get("s") ?? ""
    const [mark = "", payload = "", signature = ""] = signed.split(".")
    const fields = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as unknown[]
    const richer = Buffer.from(JSON.stringify(fields.map((field) => (field === 150_000 ? 950_000 : field)))).toString("base64url")
    expect(await check(`${mark}.${richer}.${signature}`)).toMatchObject({ state: "tampered", statement: null, product: null, sales: null })
    expect((await check("rubbish")).state).toBe("tampered")
  })

  test("the PDF is a download with a name, kept by no cache", async () => {
    const { status, headers, bytes } = await evidence("pdf", "?from=2026-01-01&set=11")
    expect(status).toBe(200)
    expect(headers.get("content-type")).toContain("application/pdf")
    expect(headers.get("content-disposition")).toBe(`attachment; filename="bang-ke-minh-chung-2026-01-01-${todayInVietNam()}.pdf"`)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
  })

  test("the criteria are those of the set that was asked for", async () => {
    const [, , criteria] = await workbook("?set=11")
    expect(criteria?.map(([no]) => no)).toEqual(expect.arrayContaining(["2.3", "4.1", "4.2", "4.3", "5.1"]))
    expect(criteria?.find(([no]) => no === "4.1")?.join()).toContain("đường dẫn gian hàng điện tử")
    expect((await evidence("xlsx", "?set=99")).status).toBe(404)
  })
})

describe("what is refused", () => {
  test.each([
    ["?from=2026-02-30", "from"],
    ["?to=31/02/2026", "to"],
    ["?to=01-2026", "to"],
    ["?to=2999-01-01", "to"],
    ["?from=2026-02-01&to=2026-01-01", "from"],
    ["?from=2001-01-01", "from"],
  ])("%s", async (query, field) => {
    const { status, bytes } = await evidence("pdf", query)
    const body = JSON.parse(bytes.toString()) as { code: string; fields: Record<string, string> }
    expect([status, body.code, Object.keys(body.fields)]).toEqual([400, "evidence.bad_period", [field]])
  })

  test("another shop's listing, no token, an unknown field", async () => {
    const theirs = await listingOfAnotherSeller(run, mine.seller.id)
    for (const file of ["pdf", "xlsx"] as const) {
      expect((await evidence(file, "", theirs.id)).status).toBe(404)
      expect((await evidence(file, "", "prod_none")).status).toBe(404)
      expect((await evidence(file, "", mine.id, "none")).status).toBe(401)
      expect((await evidence(file, "?buyers=all")).status).toBe(400)
    }
  })
})
