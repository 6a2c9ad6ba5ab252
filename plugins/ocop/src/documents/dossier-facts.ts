import type { Rank } from "../modules/ocop/rules/score-band"
import type { Stars } from "../modules/ocop/rules/recognition-status"
import type { DossierKind } from "./types"

export const DOCUMENT_FILES = [
  "mau-01-phieu-dang-ky.docx",
  "mau-02-bao-cao-tu-danh-gia.docx",
  "mau-03-bao-cao-cua-xa.docx",
  "phieu-tiep-nhan.docx",
  "bien-ban-hop-hoi-dong.docx",
  "bang-tong-hop-ket-qua.docx",
  "du-thao-quyet-dinh.docx",
] as const
export type DocumentFile = (typeof DOCUMENT_FILES)[number]

/** What a producer fills in, as far as it is filled. */
export type FormFacts = {
  product_name?: string | null
  product_description?: string | null
  applicant_name?: string | null
  organisation_kind?: "cooperative" | "cooperative_group" | "enterprise" | "farm" | "household_business" | "association" | null
  address?: string | null
  phone?: string | null
  email?: string | null
  representative_name?: string | null
  representative_position?: string | null
  representative_residence?: string | null
  sensitive_consent?: boolean | null
  representative_gender?: "female" | "male" | null
  representative_ethnicity?: string | null
  registration_no?: string | null
  registered_on?: string | null
  holds?: Partial<
    Record<
      | "business_registration"
      | "quality_declaration"
      | "food_safety"
      | "production_conditions"
      | "trademark"
      | "mark_use_right"
      | "patent"
      | "industrial_design"
      | "copyright",
      boolean | null
    >
  > | null
  other_ip?: string | null
  history?: string | null
  structure?: string | null
  raw_materials?: string | null
  quality_changes?: string | null
  markets?: string | null
  business_results?: string | null
  plan?: string | null
  changes?: string | null
  samples?: number | null
}

export type ReceiptFacts = { no: string; received_on: string; received_by: string | null }

/** A closed council's result. `points` of a criterion are in the order of the members with a total. */
export type RatingFacts = {
  level: "province" | "ministry"
  council_name: string
  council_decision_no: string | null
  council_decided_on: string | null
  form: "meeting" | "written"
  held_on: string
  place: string | null
  discussion: string | null
  conclusion: string | null
  members: {
    name: string
    organisation: string | null
    role: "chair" | "secretary" | "member"
    recused: boolean
    recusal_reason: string | null
    /** null: no sheet that counts */
    total: number | null
    comment: string | null
  }[]
  criteria: { no: string; title: string; part: "A" | "B" | "C"; max: number; points: (number | null)[]; average: string }[]
  average: string
  band: Rank
  star: Rank
  capped_by: { criterion: string; title: string; star: Stars }[]
  quorum: { needed: number; handed_in: number; of: number }
}

/** All that the papers of one dossier are printed from. */
export type DossierFacts = {
  kind: DossierKind
  year: number
  /** full names: "Tỉnh Thái Nguyên", "Xã Tân Cương" */
  province_name: string
  commune_name: string
  product_set: { set_no: number; name: string; industry: string; group_name: string; subgroup: string | null }
  form: FormFacts
  criteria: { no: string; title: string; part: "A" | "B" | "C"; max: number; chosen_text: string | null; points: number | null; description: string | null }[]
  self_total: number | null
  attachments: { filename: string; kind: string; criterion: string | null }[]
  former: { name: string; code: string | null; star: number; decision_no: string | null; expires_on: string } | null
  receipt: ReceiptFacts | null
  province_receipt: ReceiptFacts | null
  commune_report: { local_material: string; local_labour: string; idea_origin: string; local_identity: string; reported_on: string; reported_by: string } | null
  commune_letter: { letter_no: string; letter_date: string; samples: number } | null
  rating: RatingFacts | null
  product_code: string | null
  issued_by: string
  /** "Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính phủ" */
  legal_basis: string
}
