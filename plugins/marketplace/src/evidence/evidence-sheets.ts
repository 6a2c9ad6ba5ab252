import type { Sheet } from "@cho-phien/ocop"
import { certificateWords, CODE_WORDS, dayWords, ILLUSTRATIVE, kindWords, momentWords, monthWords, NO_SALES, NOT_COUNTED, PROOF_WORDS, SUPPORTS, type Evidence } from "./evidence"

/** The same statement as the sheets of a workbook (`writeXlsx`): facts, months, criteria. Figures are numbers. */
export function evidenceSheets(evidence: Evidence): Sheet[] {
  const { product, shop, period, certificate, sales, criteria, house } = evidence
  return [
    {
      name: "Bản kê",
      header: ["Nội dung", "Giá trị"],
      widths: [34, 90],
      rows: [
        ...(evidence.illustrative ? [["Lưu ý", ILLUSTRATIVE]] : []),
        ["Sản phẩm", product.title],
        ["Trang sản phẩm", product.url],
        ["Đăng bán lần đầu", product.first_published_on ? dayWords(product.first_published_on) : "Chưa đăng bán"],
        ["Tình trạng", product.on_sale ? "Đang bán" : "Hiện không bán"],
        ["Gian hàng", shop.name],
        ["Loại hình", kindWords(shop.kind)],
        ["Địa chỉ", shop.place],
        ["Trang gian hàng", shop.url],
        ["Chứng nhận", certificate ? certificateWords(certificate) : "Chưa gắn với sản phẩm nào trong sổ OCOP"],
        ["Mã chứng nhận", certificate?.code ?? ""],
        ["Trang xác thực", certificate?.url ?? ""],
        ...evidence.codes.map(({ kind, number }) => [CODE_WORDS[kind], number]),
        ["Từ ngày", dayWords(period.from)],
        ["Đến ngày", dayWords(period.to)],
        ["Số đơn", sales.orders],
        [`Số lượng (${product.unit})`, sales.quantity],
        ["Doanh thu (đồng)", sales.revenue_vnd],
        ["Số tỉnh, thành đã giao", sales.provinces.length],
        ["Đã giao đến", sales.orders === 0 ? NO_SALES : sales.provinces.join(", ")],
        ["Cách tính", NOT_COUNTED],
        ["Nơi lập", `${house.name} (${house.url})`],
        ["Lập lúc", momentWords(evidence.issued_at)],
        ["Khoá ký", `Ed25519, ${evidence.key_id}`],
        ["Kiểm tra bản kê", evidence.check_url],
      ],
    },
    {
      name: "Theo tháng",
      header: ["Tháng", "Số đơn", `Số lượng (${product.unit})`, "Doanh thu (đồng)", "Số tỉnh, thành"],
      rows: [
        ...sales.months.map((month) => [monthWords(month.month), month.orders, month.quantity, month.revenue_vnd, month.provinces]),
        ["Cộng", sales.orders, sales.quantity, sales.revenue_vnd, sales.provinces.length],
      ],
    },
    {
      name: "Tiêu chí",
      header: ["Số", "Tiêu chí", "Mức được minh chứng (nguyên văn)", "Điểm", "Tối thiểu của hạng", "Minh chứng", "Phiếu đánh giá"],
      widths: [8, 30, 70, 8, 18, 50, 60],
      rows: criteria
        ? [
            ...criteria.proved.map(({ no, title, option, proof }) => [
              no,
              title,
              option.text,
              option.points,
              option.min_star === null ? "" : `${option.min_star} sao`,
              PROOF_WORDS[proof],
              `Bộ ${criteria.set_no} (${criteria.set_name}), ${criteria.legal_basis}`,
            ]),
            ["", SUPPORTS],
          ]
        : [["", "Chưa rõ sản phẩm thuộc bộ sản phẩm nào nên không dẫn được tiêu chí."]],
    },
  ]
}
