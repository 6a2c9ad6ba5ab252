import type { PdfBlock } from "@cho-phien/ocop"
import { certificateWords, CODE_WORDS, dayWords, figure, ILLUSTRATIVE, kindWords, minimumWords, momentWords, monthWords, NO_SALES, NOT_COUNTED, PROOF_WORDS, SUPPORTS, type Evidence } from "./evidence"

const NAME = "Bản kê minh chứng phân phối sản phẩm trên sàn thương mại điện tử"

export type EvidencePaper = { blocks: PdfBlock[]; about: { title: string; footer: string; created: Date } }

/** The statement for the council, on A4 (`writePdf`). */
export function evidencePaper(evidence: Evidence): EvidencePaper {
  const { product, shop, period, certificate, sales, criteria, house, illustrative } = evidence
  const blocks: PdfBlock[] = [
    { kind: "text", text: "BẢN KÊ MINH CHỨNG", bold: true, size: 16, align: "center", after: 0 },
    { kind: "text", text: "Phân phối sản phẩm trên sàn thương mại điện tử", bold: true, size: 12, align: "center", after: 0 },
    { kind: "text", text: `Từ ngày ${dayWords(period.from)} đến ngày ${dayWords(period.to)}`, align: "center", after: 12 },
    ...(illustrative ? [{ kind: "text" as const, text: ILLUSTRATIVE, bold: true, colour: "#B4412A", align: "center" as const, after: 12 }] : []),
    heading("1. Sản phẩm và địa chỉ cố định"),
    {
      kind: "facts",
      facts: [
        { term: "Sản phẩm", value: product.title },
        { term: "Trang sản phẩm", value: product.url, link: product.url },
        { term: "Đăng bán lần đầu", value: product.first_published_on ? dayWords(product.first_published_on) : "Chưa đăng bán" },
        { term: "Tình trạng", value: product.on_sale ? "Đang bán" : "Hiện không bán" },
        { term: "Gian hàng", value: [shop.name, kindWords(shop.kind)].filter(Boolean).join(" · ") },
        { term: "Địa chỉ", value: shop.place },
        { term: "Trang gian hàng", value: shop.url, link: shop.url },
        ...(certificate
          ? [
              { term: "Chứng nhận", value: certificateWords(certificate) },
              { term: "Mã chứng nhận", value: certificate.code },
              { term: "Trang xác thực", value: certificate.url, link: certificate.url },
            ]
          : [{ term: "Chứng nhận", value: "Chưa gắn với sản phẩm nào trong sổ OCOP" }]),
        ...evidence.codes.map(({ kind, number }) => ({ term: CODE_WORDS[kind], value: number })),
      ],
    },
    {
      kind: "qr",
      holds: certificate?.url ?? product.url,
      side: 72,
      beside: [
        { text: certificate ? "Quét để truy xuất sản phẩm" : "Quét để mở trang sản phẩm", bold: true },
        { text: certificate ? "Mở trang xác thực: hạng sao, quyết định, thời hạn và nơi bán." : "Địa chỉ này không đổi khi đổi tên hay giá." },
      ],
    },
    heading("2. Số lượng tiêu thụ"),
    ...(sales.orders === 0 ? [{ kind: "text" as const, text: NO_SALES, bold: true }] : []),
    {
      kind: "table",
      widths: [20, 16, 20, 27, 17],
      figures: [1, 2, 3, 4],
      lastBold: true,
      head: ["Tháng", "Số đơn", `Số lượng (${product.unit})`, "Doanh thu (đồng)", "Số tỉnh, thành"],
      rows: [
        ...sales.months.map((month) => [monthWords(month.month), figure(month.orders), figure(month.quantity), figure(month.revenue_vnd), figure(month.provinces)]),
        ["Cộng", figure(sales.orders), figure(sales.quantity), figure(sales.revenue_vnd), figure(sales.provinces.length)],
      ],
    },
    ...(sales.provinces.length > 0 ? [{ kind: "text" as const, text: `Đã giao đến: ${sales.provinces.join(", ")}.` }] : []),
    { kind: "text", text: NOT_COUNTED, size: 9, colour: "#55605A", after: 10 },
    heading("3. Tiêu chí được minh chứng"),
    ...criteriaBlocks(criteria),
    heading("4. Nơi lập và cách kiểm tra"),
    {
      kind: "facts",
      facts: [
        { term: "Nơi lập", value: `${house.name} (${house.url})` },
        { term: "Theo yêu cầu của", value: shop.name },
        { term: "Lập lúc", value: momentWords(evidence.issued_at) },
        { term: "Khoá ký", value: `Ed25519, ${evidence.key_id}` },
      ],
    },
    {
      kind: "qr",
      holds: evidence.check_url,
      side: 118,
      beside: [
        { text: "Kiểm tra bản kê này", bold: true },
        { text: "Quét mã, hoặc mở đường dẫn dưới đây. Trang kiểm tra cho biết bản kê có đúng do sàn lập không và các con số đã ký; số trên giấy phải trùng với số trên trang." },
        { text: evidence.check_url, size: 6.5, colour: "#1F5C3B", link: evidence.check_url },
      ],
    },
  ]
  const footer = `${house.name} · Bản kê minh chứng · ${momentWords(evidence.issued_at)}`
  return { blocks, about: { title: `${NAME}: ${product.title}`, footer, created: new Date(evidence.issued_at) } }
}

function heading(text: string): PdfBlock {
  return { kind: "text", text, bold: true, size: 12, colour: "#22335B", keep: 90 }
}

function criteriaBlocks(criteria: Evidence["criteria"]): PdfBlock[] {
  if (!criteria) return [{ kind: "text", text: "Chưa rõ sản phẩm thuộc bộ sản phẩm nào nên không dẫn được tiêu chí.", after: 10 }]
  return [
    { kind: "text", text: `Phiếu đánh giá bộ ${criteria.set_no} (${criteria.set_name}), ${criteria.legal_basis}.` },
    {
      kind: "table",
      widths: [7, 18, 49, 26],
      head: ["Số", "Tiêu chí", "Mức được minh chứng (nguyên văn)", "Minh chứng"],
      rows: criteria.proved.map(({ no, title, option, proof }) => [no, title, `${option.text} (${option.points} điểm${minimumWords(option.min_star)})`, PROOF_WORDS[proof]]),
    },
    { kind: "text", text: SUPPORTS, size: 9, colour: "#55605A", after: 10 },
  ]
}
