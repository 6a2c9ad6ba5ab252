import type { Sentence } from "@cho-phien/administrative-units"
import type { DossierForm, EvidenceKind, Held, SelfAssessment } from "./dossier-form"
import type { DossierKind } from "./dossier-types"
import type { RenewalWindow } from "./renewal-window"

export type Missing = { field: string; sentence: Sentence }

/** Samples that go with a dossier (26/2026/QĐ-TTg Article 6.2.d). */
export const SAMPLES_REQUIRED = 5

export type SubmissionFacts = {
  kind: DossierKind
  form: DossierForm
  self_assessment: SelfAssessment
  /** Criteria of the scoring sheet, in its order. */
  criteria: readonly { no: string; title: string }[]
  /** Kinds of the attachments that are not withdrawn. */
  evidence: readonly EvidenceKind[]
  samples_required: boolean
  window: RenewalWindow | null
}

const REQUIRED: readonly [keyof DossierForm, Sentence][] = [
  ["product_name", { vi: "Tên sản phẩm", en: "the name of the product" }],
  ["product_description", { vi: "Mô tả quy cách, tiêu chuẩn sản phẩm", en: "packing and standard of the product" }],
  ["applicant_name", { vi: "Tên chủ thể", en: "the name of the producer" }],
  ["organisation_kind", { vi: "Loại hình tổ chức", en: "the kind of organisation" }],
  ["address", { vi: "Địa chỉ", en: "the address" }],
  ["phone", { vi: "Điện thoại", en: "a phone number" }],
  ["representative_name", { vi: "Họ tên người đại diện", en: "the name of the representative" }],
  ["representative_position", { vi: "Chức vụ người đại diện", en: "the position of the representative" }],
  ["history", { vi: "Lịch sử hình thành", en: "how the producer came to be" }],
  ["raw_materials", { vi: "Vùng nguyên liệu, công nghệ sản xuất", en: "raw materials and how it is made" }],
  ["markets", { vi: "Thị trường phân phối", en: "where it is sold" }],
  ["business_results", { vi: "Kết quả sản xuất, kinh doanh", en: "results of the business" }],
  ["plan", { vi: "Kế hoạch sản xuất, kinh doanh", en: "plans" }],
]

/** What a tick of Form 02 is proved by. */
const PROOF: Record<Held, EvidenceKind> = {
  business_registration: "business_registration",
  quality_declaration: "quality_declaration",
  food_safety: "production_conditions",
  production_conditions: "production_conditions",
  trademark: "intellectual_property",
  mark_use_right: "intellectual_property",
  patent: "intellectual_property",
  industrial_design: "intellectual_property",
  copyright: "intellectual_property",
}

const PROOF_NAMES: Partial<Record<EvidenceKind, Sentence>> = {
  business_registration: { vi: "bản sao giấy đăng ký kinh doanh", en: "a copy of the business registration" },
  quality_declaration: { vi: "tài liệu công bố chất lượng", en: "the declaration of quality" },
  production_conditions: { vi: "giấy chứng nhận cơ sở đủ điều kiện sản xuất", en: "the certificate of fit premises" },
  intellectual_property: { vi: "văn bằng sở hữu trí tuệ đã đánh dấu", en: "the title of intellectual property that is ticked" },
}

/** What keeps a dossier from being handed in, in the order of the forms; an empty list means nothing. */
export function missingForSubmission(facts: SubmissionFacts): Missing[] {
  return [...missingInForm(facts), ...missingProof(facts), ...missingCriteria(facts), ...missingForKind(facts)]
}

function missingInForm({ form, samples_required }: SubmissionFacts): Missing[] {
  const missing = REQUIRED.filter(([field]) => form[field] === null).map(([field, name]) => ({
    field: `form.${field}`,
    sentence: { vi: `Chưa điền: ${name.vi}.`, en: `Not filled in: ${name.en}.` },
  }))
  // A co-operative group has no registration; all others need one (Article 2.3).
  if (form.organisation_kind !== null && form.organisation_kind !== "cooperative_group" && form.registration_no === null) {
    missing.push({ field: "form.registration_no", sentence: { vi: "Chưa điền: số đăng ký kinh doanh.", en: "Not filled in: the number of the business registration." } })
  }
  if (samples_required && (form.samples ?? 0) < SAMPLES_REQUIRED) {
    missing.push({
      field: "form.samples",
      sentence: { vi: `Cần gửi kèm ${SAMPLES_REQUIRED} sản phẩm mẫu.`, en: `${SAMPLES_REQUIRED} samples of the product must come with it.` },
    })
  }
  return missing
}

function missingProof({ form, evidence }: SubmissionFacts): Missing[] {
  const wanted = new Set((Object.keys(PROOF) as Held[]).filter((held) => form.holds[held]).map((held) => PROOF[held]))
  return [...wanted]
    .filter((kind) => !evidence.includes(kind))
    .map((kind) => {
      const name = PROOF_NAMES[kind] ?? { vi: kind, en: kind }
      return { field: `attachments.${kind}`, sentence: { vi: `Thiếu tệp: ${name.vi}.`, en: `A file is missing: ${name.en}.` } }
    })
}

function missingCriteria({ criteria, self_assessment }: SubmissionFacts): Missing[] {
  return criteria
    .filter(({ no }) => (self_assessment[no]?.option ?? null) === null)
    .map(({ no, title }) => ({
      field: `criteria.${no}`,
      sentence: { vi: `Chưa tự chấm tiêu chí ${no}: ${title}.`, en: `Criterion ${no} is not assessed yet: ${title}.` },
    }))
}

function missingForKind({ kind, form, window }: SubmissionFacts): Missing[] {
  const missing: Missing[] = []
  if (kind !== "first" && form.changes === null) {
    missing.push({
      field: "form.changes",
      sentence:
        kind === "upgrade"
          ? { vi: "Cần nêu những thay đổi so với sản phẩm đã được công nhận.", en: "Please say what has changed since the product was recognised." }
          : { vi: "Cần cập nhật nội dung mới và kết quả sau thời gian được công nhận.", en: "Please say what is new, and what came of it, since the product was recognised." },
    })
  }
  if (kind !== "re_rating" || window === null) return missing
  if (window.status === "early") {
    missing.push({
      field: "window",
      sentence: {
        vi: `Chưa đến thời gian nộp: từ ${vietnamese(window.opens_on)} đến ${vietnamese(window.closes_on)}.`,
        en: `It is too early: such a dossier is handed in from ${window.opens_on} to ${window.closes_on}.`,
      },
    })
  } else if (window.status !== "open" && form.late_reason === null) {
    missing.push({
      field: "form.late_reason",
      sentence: {
        vi: `Đã quá hạn nộp ${vietnamese(window.closes_on)}. Hãy ghi lý do; giấy chứng nhận còn hiệu lực đến khi có kết quả, nhưng không quá ngày ${vietnamese(window.prolonged_until_at_most)}.`,
        en: `The last day was ${window.closes_on}. Please give the reason; the certificate holds until the result, but not beyond ${window.prolonged_until_at_most}.`,
      },
    })
  }
  return missing
}

function vietnamese(day: string): string {
  return day.split("-").reverse().join("/")
}
