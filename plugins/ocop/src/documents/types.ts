import type { CivilDate } from "@cho-phien/administrative-units"
import type { Rank } from "../modules/ocop/rules/score-band"
import type { Stars } from "../modules/ocop/rules/recognition-status"

/** What the papers of a dossier are filled from. A text that is null, absent or blank prints as a dotted line. */
export type Text = string | null | undefined

export type DossierKind = "first" | "upgrade" | "re_rating"

/** Who applies. `gender`, `ethnicity` and the home of the representative only where they consented to it. */
export type Applicant = {
  name: Text
  organisation_type: Text
  address: Text
  phone: Text
  email: Text
  representative: { name: Text; position: Text; gender: Text; ethnicity: Text; permanent_address: Text }
}

/** Where and when a paper is signed. */
export type Signed = { place: Text; on: CivilDate | null }

/** The body that issues a paper; `superior` stands above its name. */
export type Authority = { superior?: Text; name: Text }

/** The entry of a dossier at one office. */
export type Receipt = { number: Text; received_on: CivilDate | null; received_by: Text; office: Text }

/** Form 01. */
export type RegistrationForm = {
  /** in full: "Tỉnh Thái Nguyên" */
  province_name: Text
  year: number | null
  applicant: Applicant
  product_name: Text
  /** industry, group and sub-group of Appendix I */
  classification: Text
  kind: DossierKind | null
  sample_count: number | null
  signed: Signed
  commune_receipt: Receipt | null
  province_receipt: Receipt | null
}

export const PRODUCER_BOXES = [
  "business_registration",
  "quality_declared",
  "food_safety_certificate",
  "production_conditions",
  "intellectual_property",
  "trademark",
  "right_of_use",
  "patent",
  "industrial_design",
  "copyright",
] as const
export type ProducerBox = (typeof PRODUCER_BOXES)[number]

/** One criterion as somebody assessed it; `chosen` is the text of the option. */
export type AssessedCriterion = {
  no: string
  title: string
  max: number
  chosen: Text
  points: number | null
  comment: Text
  /** names of the attached files */
  evidence: string[]
}
export type AssessedPart = { code: string; title: string; max: number; points: number; criteria: AssessedCriterion[] }
export type AssessedSheet = { name: string; parts: AssessedPart[]; total: number; max: number }

/** One line of the table of evidence in form 02. */
export type EvidenceLine = { kind: string; requirement: string; files: string[] }

/** Form 02. */
export type SelfAssessmentReport = {
  applicant: Applicant
  founded_on: CivilDate | null
  registration_no: Text
  product_name: Text
  product_description: Text
  boxes: readonly ProducerBox[]
  other_intellectual_property: Text
  history: Text
  structure: Text
  results: { materials_and_technology: Text; quality_changes: Text; market: Text; business_results: Text }
  /** the recognition an upgrade or a re-rating follows */
  former: Text
  /** Upgrade: what changed since the recognition. Re-rating: what is new and was reached since then. */
  changes: Text
  kind: DossierKind | null
  assessment: AssessedSheet | null
  evidence: EvidenceLine[]
  plan: Text
  signed: Signed
}

/** Form 03. */
export type CommuneReport = {
  /** both in full */
  commune: { full_name: Text; province_name: Text }
  number: Text
  signed: Signed
  applicant: Applicant
  product_name: Text
  local_material: Text
  local_labour: Text
  origin_of_idea: Text
  local_identity: Text
  /** who signs, and as what ("CHỦ TỊCH", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH") */
  signer: { position: Text; name: Text }
}

/** The slip the applicant gets when a dossier is taken in. */
export type ReceiptSlip = {
  authority: Authority
  receipt: Receipt
  applicant: Applicant
  product_name: Text
  kind: DossierKind | null
  documents: { title: string; count: number }[]
  /** by when the office has to answer, and by which rule */
  due_on: CivilDate | null
  due_rule: Text
}

export type CouncilMember = { name: Text; organisation: Text; position: Text }

/** A sheet that counts. `points` are per criterion, in the order of `CouncilResult.criteria`. */
export type CouncilSheet = { member: Text; parts: { code: string; points: number }[]; total: number; points: (number | null)[] }

/** What a council came to for one product. Sheets of members who stepped out are not among `sheets`. */
export type CouncilResult = {
  product_name: Text
  product_code?: Text
  applicant_name: Text
  applicant_address: Text
  set_name: Text
  kind: DossierKind | null
  criteria: { no: string; title: string; max: number }[]
  sheets: CouncilSheet[]
  /** scoring seats, and how many sheets had to be there */
  seats: { needed: number; of: number }
  /** `averageText` of the rules, with a point: "89.99" */
  average: string
  /** what the points alone would give */
  band: Rank
  star: Rank
  capped_by: { criterion: string; title: string; star: Stars }[]
  recused: { name: Text; reason: Text }[]
  comments: { member: Text; criterion: string | null; text: string }[]
}

export type CouncilLevel = "province" | "central"

/** Minutes of a session, or of a round of written opinions (Article 7.6.d). */
export type CouncilMinutes = {
  level: CouncilLevel
  authority: Authority
  number: Text
  form: "meeting" | "written_opinion"
  place: Text
  /** "08:00" and the like, Vietnamese time */
  opened: { on: CivilDate | null; at: Text }
  closed: { on: CivilDate | null; at: Text }
  chair: CouncilMember
  secretary: CouncilMember
  members: CouncilMember[]
  absent: { name: Text; reason: Text }[]
  appointed_by: Text
  /** the decision with the criteria, in words */
  legal_basis: string
  results: CouncilResult[]
  discussion: Text
  conclusion: Text
}

export type ResultTable = {
  level: CouncilLevel
  authority: Authority
  /** "Đợt 2 năm 2026" */
  round: Text
  signed: Signed
  chair_name: Text
  secretary_name: Text
  results: CouncilResult[]
}

/**
 * - `recognise`: the province recognises 3 and 4 stars (Article 7.3.e)
 * - `approve_potential_5`: the province approves the result of what may reach 5 stars (Article 7.3.e)
 * - `recognise_5`: the ministry recognises 5 stars (Article 7.4.e)
 */
export type DecisionKind = "recognise" | "approve_potential_5" | "recognise_5"

export type DraftDecision = {
  kind: DecisionKind
  /** whose council's minutes it rests on */
  level: CouncilLevel
  /** the decision with the criteria, in words */
  legal_basis: string
  province_name: Text
  /** without number the place for it stays open */
  number: Text
  signed: Signed
  /** the minutes the decision rests on */
  minutes: { number: Text; on: CivilDate | null }
  /** who proposes the decision, and by which paper */
  proposed_by: { office: Text; number: Text; on: CivilDate | null }
  products: { name: Text; code: Text; applicant_name: Text; applicant_address: Text; star: Rank; average: string }[]
  signer: { position: Text; name: Text }
}
