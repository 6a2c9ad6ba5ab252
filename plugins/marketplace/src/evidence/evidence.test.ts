import { expect, test } from "vitest"
import { figure, momentWords, type Evidence } from "./evidence"
import { evidencePaper } from "./evidence-paper"
import { evidenceSheets } from "./evidence-sheets"

const evidence: Evidence = {
  issued_at: "2026-11-22T07:05:00Z",
  period: { from: "2026-10-01", to: "2026-11-22" },
  product: { title: "Chè đinh <Ngọc> & Sương", url: "https://cho.example/san-pham/che-dinh", first_published_on: "2026-01-05", unit: "hộp", on_sale: true },
  shop: { name: "=HTX chè Ngọc Sương", kind: "cooperative", place: "Xã Tân Cương, Tỉnh Thái Nguyên", url: "https://cho.example/gian-hang/ngoc-suong" },
  certificate: { code: "CP-7Q4K-9M2T", url: "https://cho.example/xac-thuc/CP-7Q4K-9M2T", product_name: "Chè đinh", stars: 4, decision_no: "12/QĐ-UBND", expires_on: "2028-01-01", status: "valid" },
  codes: [{ kind: "traceability_code", number: "TX-0001" }],
  sales: {
    orders: 3,
    quantity: 5,
    revenue_vnd: 1_250_000,
    provinces: ["Hà Nội", "Thái Nguyên"],
    months: [
      { month: "2026-10", orders: 1, quantity: 1, revenue_vnd: 250_000, provinces: 1 },
      { month: "2026-11", orders: 2, quantity: 4, revenue_vnd: 1_000_000, provinces: 2 },
    ],
  },
  criteria: {
    set_no: 11,
    set_name: "Chè tươi, chế biến",
    legal_basis: "Quyết định số 26/2026/QĐ-TTg",
    proved: [{ no: "4.1", title: "Khu vực phân phối chính", max: 5, proof: "sales_channel", option: { text: "Thương mại điện tử (đường dẫn gian hàng điện tử)", points: 5, min_star: 5 } }],
  },
  check_url: `https://cho.example/xac-thuc/bang-ke?s=CPS1.${"a".repeat(280)}.${"b".repeat(86)}`,
  key_id: "01234567",
  house: { name: "Sàn thương mại điện tử Chợ Phiên", url: "https://cho.example" },
  illustrative: true,
}

const none: Evidence = {
  ...evidence,
  certificate: null,
  criteria: null,
  sales: { orders: 0, quantity: 0, revenue_vnd: 0, provinces: [], months: evidence.sales.months.map(({ month }) => ({ month, orders: 0, quantity: 0, revenue_vnd: 0, provinces: 0 })) },
}

const cells = (of: Evidence) => evidenceSheets(of).map(({ rows }) => rows.flat())
const texts = (of: Evidence) => evidencePaper(of).blocks.flatMap((block) => {
  if (block.kind === "text") return [block.text]
  if (block.kind === "facts") return block.facts.flatMap(({ term, value }) => [term, value])
  if (block.kind === "table") return [...block.head, ...block.rows.flat()]
  return block.kind === "qr" ? [block.holds, ...block.beside.map(({ text }) => text)] : []
})

test("the workbook holds the facts, the months as numbers and the criteria word by word", () => {
  const [facts = [], months = [], criteria = []] = cells(evidence)
  for (const said of [evidence.product.title, "05/01/2026", "CP-7Q4K-9M2T", "TX-0001", "Hà Nội, Thái Nguyên", "22/11/2026 14:05 (giờ Việt Nam)", evidence.check_url, 1_250_000]) expect(facts).toContain(said)
  expect(facts.join()).toContain("minh hoạ")
  expect(months).toEqual(["10/2026", 1, 1, 250_000, 1, "11/2026", 2, 4, 1_000_000, 2, "Cộng", 3, 5, 1_250_000, 2])
  for (const said of ["4.1", "Thương mại điện tử (đường dẫn gian hàng điện tử)", 5, "5 sao", "Bộ 11 (Chè tươi, chế biến), Quyết định số 26/2026/QĐ-TTg"]) expect(criteria).toContain(said)
})

test("the paper says the same, and its two QRs lead to the certificate and to the check", () => {
  const said = texts(evidence)
  for (const text of ["Từ ngày 01/10/2026 đến ngày 22/11/2026", "Đăng bán lần đầu", "05/01/2026", "Mã truy xuất nguồn gốc", "TX-0001", "1.250.000", "Đã giao đến: Hà Nội, Thái Nguyên.", evidence.certificate?.url, evidence.check_url, "22/11/2026 14:05 (giờ Việt Nam)"]) {
    expect(said).toContain(text)
  }
  expect(said).toContain("Thương mại điện tử (đường dẫn gian hàng điện tử) (5 điểm, là yêu cầu tối thiểu của hạng 5 sao)")
  expect(said.join()).not.toMatch(/undefined|null|NaN/)
})

test("a period without sales says so, and a listing that is linked to nothing", () => {
  const said = texts(none).join("\n")
  for (const text of ["chưa có đơn hàng nào được thanh toán", "Chưa gắn với sản phẩm nào trong sổ OCOP", "Chưa rõ sản phẩm thuộc bộ sản phẩm nào", none.product.url]) expect(said).toContain(text)
  expect(cells(none).flat().join("\n")).toContain("chưa có đơn hàng nào được thanh toán")
  expect(said).not.toMatch(/undefined|null|NaN/)
})

test("figures and times as they are written in Viet Nam", () => {
  expect([figure(0), figure(999), figure(1000), figure(1_250_000)]).toEqual(["0", "999", "1.000", "1.250.000"])
  expect(momentWords("2026-12-31T17:00:00Z")).toBe("01/01/2027 00:00 (giờ Việt Nam)")
})
