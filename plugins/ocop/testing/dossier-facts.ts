import type { DossierFacts } from "../src/documents/dossier-facts"
import { averageOf, averageText } from "../src/modules/ocop/rules/score-band"
import { readSheet } from "../src/modules/ocop/rules/sheet-reading"
import { sheetNo } from "./seeded-sheets"

const reading = readSheet(sheetNo(11))

/** Four members; the second and the third are a little stricter. */
const scored = reading.criteria.map(({ no, title, part, max, options }, i) => {
  const least = options.at(0)?.points ?? 0
  const most = options.at(-1)?.points ?? 0
  const points = [most, i === 4 ? least : most, i < 2 ? least : most, most]
  return { no, title, part, max, points, average: averageText(averageOf(points)) }
})
const sum = (member: number) => scored.reduce((total, { points }) => total + (points[member] ?? 0), 0)

function seat(name: string, organisation: string, role: "chair" | "member" | "secretary" = "member") {
  return { name, organisation, role, recused: false, recusal_reason: null as string | null, total: null as number | null, comment: null as string | null }
}

/** A dossier with everything in it; all names are made up. */
export function fullDossier(): DossierFacts {
  return {
    kind: "re_rating",
    year: 2026,
    province_name: "Tỉnh Thái Nguyên",
    commune_name: "Xã Tân Cương",
    product_set: { set_no: 11, name: "Chè tươi, chế biến", industry: "Đồ uống", group_name: "Chè", subgroup: "Chè tươi, chế biến" },
    form: {
      product_name: "Chè đinh Ngọc Sương",
      product_description: "Hộp 200 g, hút chân không.\nTCCS 01:2026/NS.",
      applicant_name: "Hợp tác xã chè Ngọc Sương",
      organisation_kind: "cooperative",
      address: "Xóm Hồng Thái 2, xã Tân Cương, tỉnh Thái Nguyên",
      phone: "0912 345 678",
      email: "ngocsuong@example.vn",
      representative_name: "Nguyễn Thị Ngọc Sương",
      representative_position: "Giám đốc",
      representative_residence: "Xóm Hồng Thái 1, xã Tân Cương",
      sensitive_consent: true,
      representative_gender: "female",
      representative_ethnicity: "Tày",
      registration_no: "4601234567",
      registered_on: "2019-02-05",
      holds: { business_registration: true, quality_declaration: true, food_safety: true, mark_use_right: true },
      other_ip: "Đơn đăng ký nhãn hiệu 4-2026-00012",
      history: "Thành lập năm 2019 với bảy hộ trồng chè.\nNăm 2023 mở rộng lên ba mươi hộ.",
      structure: "Hội đồng quản trị, ban kiểm soát, tổ sản xuất.",
      raw_materials: "Vùng chè 12 ha đạt VietGAP.",
      quality_changes: "Bổ sung phiếu kiểm nghiệm định kỳ sáu tháng một lần.",
      markets: "Thái Nguyên, Hà Nội, Thành phố Hồ Chí Minh.",
      business_results: "Doanh thu năm 2025: 3,2 tỷ đồng.",
      plan: "Mở rộng vùng nguyên liệu lên 20 ha.",
      changes: "Thay bao bì giấy, thêm mã truy xuất nguồn gốc.",
      samples: 5,
    },
    criteria: reading.criteria.map(({ no, title, part, max, options }, i) => {
      const option = i === 2 ? null : options.at(-1)
      return { no, title, part, max, chosen_text: option?.text ?? null, points: option?.points ?? null, description: i === 0 ? "Hợp đồng thu mua với bảy hộ." : null }
    }),
    self_total: reading.criteria.reduce((total, { options }, i) => total + (i === 2 ? 0 : (options.at(-1)?.points ?? 0)), 0),
    attachments: [
      { filename: "dang-ky-kinh-doanh.pdf", kind: "business_registration", criterion: null },
      { filename: "hop-dong-thu-mua.pdf", kind: "raw_materials", criterion: reading.criteria[0]?.no ?? null },
      { filename: "cong-van.pdf", kind: "official", criterion: null },
    ],
    former: { name: "Chè đinh Ngọc Sương", code: "19-05503-7-2023", star: 4, decision_no: "12/QĐ-UBND", expires_on: "2026-12-30" },
    receipt: { no: "01-00012/PĐK-19-05503-2026", received_on: "2026-09-01", received_by: "Trần Văn Bình" },
    province_receipt: { no: "02-00107/PĐK-19-05503-2026", received_on: "2026-09-21", received_by: "Lê Thị Chung" },
    commune_report: {
      local_material: "Toàn bộ búp chè tươi thu hái tại xã.",
      local_labour: "Ba mươi hai lao động, đều thường trú tại xã.",
      idea_origin: "Nghề chè truyền thống của xã.",
      local_identity: "Kỹ thuật sao chè bằng chảo gang.",
      reported_on: "2026-09-12",
      reported_by: "Phạm Văn Dũng",
    },
    commune_letter: { letter_no: "77/UBND-KT", letter_date: "2026-09-14", samples: 5 },
    rating: {
      level: "province",
      council_name: "Hội đồng đánh giá, phân hạng sản phẩm OCOP",
      council_decision_no: "2101/QĐ-UBND",
      council_decided_on: "2026-08-03",
      form: "meeting",
      held_on: "2026-10-05",
      place: "Trụ sở Sở Nông nghiệp và Môi trường",
      discussion: "Các thành viên thống nhất đánh giá cao bao bì mới.",
      conclusion: "Đề nghị chủ thể bổ sung hợp đồng xuất khẩu.",
      members: [
        { ...seat("Hoàng Văn Em", "UBND tỉnh", "chair"), total: sum(0), comment: "Hồ sơ đầy đủ." },
        { ...seat("Đỗ Thị Giang", "Sở Công Thương"), total: sum(1) },
        { ...seat("Vũ Văn Hùng", "Sở Y tế"), recused: true, recusal_reason: "là người thân của chủ thể" },
        { ...seat("Cao Thị Lan", "Sở Văn hóa, Thể thao và Du lịch"), total: sum(2) },
        { ...seat("Mai Văn Minh", "Sở Nông nghiệp và Môi trường"), total: sum(3) },
        seat("Bùi Thị Ích", "Sở Khoa học và Công nghệ"),
        seat("Ngô Văn Khang", "Văn phòng OCOP tỉnh", "secretary"),
      ],
      criteria: scored,
      average: averageText(averageOf([0, 1, 2, 3].map(sum))),
      band: 5,
      star: 4,
      capped_by: [{ criterion: "4.1", title: "Khu vực phân phối chính", star: 5 }],
      quorum: { needed: 4, handed_in: 4, of: 6 },
    },
    product_code: "19-05503-7-2026",
    issued_by: "Ủy ban nhân dân tỉnh Thái Nguyên",
    legal_basis: "Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính phủ",
  }
}

/** A dossier just begun: nothing is filled in. */
export function emptyDossier(): DossierFacts {
  return {
    ...fullDossier(),
    kind: "first",
    form: {},
    criteria: [],
    self_total: null,
    attachments: [],
    former: null,
    receipt: null,
    province_receipt: null,
    commune_report: null,
    commune_letter: null,
    product_code: null,
  }
}
