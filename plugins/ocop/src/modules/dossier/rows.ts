import type { CivilDate } from "@cho-phien/administrative-units"
import type { DossierForm, EvidenceKind, SelfAssessment } from "./rules/dossier-form"
import type { DossierKind, DossierRole, DossierState, Rank } from "./rules/dossier-types"

/** The rows of this module with their JSON columns typed; Medusa's inference takes JSON for any object. */
export type CommuneReport = { local_material: string; local_labour: string; idea_origin: string; local_identity: string; reported_on: CivilDate; reported_by: string }
export type Letter = { letter_no: string; letter_date: CivilDate; samples: number }
export type Advice = {
  summary: string
  surveyed_on: CivilDate | null
  survey_note: string | null
  tests_note: string | null
  recommendation: "put_to_council" | "ask_for_more"
  by: string
  at: string
}
export type Decision = {
  outcome: "recognised" | "not_recognised" | "approved_potential_5"
  star: number | null
  decision_no: string | null
  decided_on: CivilDate
  issued_by: string
  note: string | null
  level: "province" | "ministry"
}
export type Returned = { by: "commune" | "province"; note: string; at: string }

export type DossierRow = {
  id: string
  seller_id: string
  kind: DossierKind
  state: DossierState
  version: number
  commune_code: string
  province_code: string
  product_set_no: number
  ocop_product_id: string | null
  listing_id: string | null
  product_name: string
  applicant_name: string
  form: DossierForm
  self_assessment: SelfAssessment
  submissions: number
  submitted_on: CivilDate | null
  law_day: CivilDate | null
  receipt_no: string | null
  province_receipt_no: string | null
  forwarded_on: CivilDate | null
  received_by_commune: string | null
  received_by_province: string | null
  sent_to_ministry_on: CivilDate | null
  clock_on: CivilDate | null
  due_on: CivilDate | null
  due_basis: string | null
  due_provisional: boolean
  returned: Returned | null
  commune_report: CommuneReport | null
  commune_letter: Letter | null
  advice: Advice | null
  ministry_letter: Letter | null
  decision: Decision | null
  star: number | null
  product_code: string | null
  registration: "none" | "pending" | "done"
  illustrative: boolean
  created_at: Date
  updated_at: Date
}

export type Cap = { criterion: string; title: string; star: number; needs_option: number; members_below: number }

/** What a council came to, as it stays. */
export type CouncilResult = { average: string; band: Rank; star: Rank; capped_by: Cap[]; members: number }

export type Minutes = { held_on: CivilDate; place: string | null; discussion: string | null; conclusion: string | null }

export type RatingRow = {
  id: string
  dossier_id: string
  rating_no: number
  level: "province" | "ministry"
  council_id: string
  council_name: string
  council_decision_no: string | null
  council_decided_on: CivilDate | null
  form: "meeting" | "written"
  opened_on: CivilDate
  closed_at: Date | null
  result: CouncilResult | null
  minutes: Minutes | null
}

export type SheetRow = {
  id: string
  rating_id: string
  dossier_id: string
  official_id: string
  name: string
  organisation: string | null
  role: "chair" | "secretary" | "member"
  version: number
  options: Record<string, number>
  comments: Record<string, string>
  general_comment: string | null
  handed_in_at: Date | null
  reopened_note: string | null
  recused_at: Date | null
  recusal_reason: string | null
}

export type CouncilMember = { official_id: string; name: string; organisation: string | null; role: "chair" | "secretary" | "member" }

export type CouncilRow = {
  id: string
  level: "province" | "ministry"
  province_code: string | null
  name: string
  decision_no: string | null
  decided_on: CivilDate | null
  members: CouncilMember[]
  version: number
  illustrative: boolean
  created_at: Date
}

export type Person = { official_id: string; name: string; organisation: string | null }

export type AttachmentRow = {
  id: string
  dossier_id: string
  file_key: string
  filename: string
  content_type: string
  bytes: number
  sha256: string
  kind: EvidenceKind
  criterion: string | null
  note: string | null
  added_role: DossierRole
  added_by: string
  withdrawn_at: Date | null
  created_at: Date
}

export type EventRow = {
  id: string
  dossier_id: string
  act: string
  from_state: DossierState | null
  to_state: DossierState
  role: DossierRole | "operator" | "system"
  actor_id: string
  actor_name: string
  note: string | null
  document_no: string | null
  document_date: CivilDate | null
  version: number
  created_at: Date
}

/** A dossier with all that decides who may do what on it. */
export type LoadedDossier = {
  dossier: DossierRow
  ratings: RatingRow[]
  /** Seats of all ratings. */
  sheets: SheetRow[]
  consultants: Person[]
}

/**
 * What the law says for one dossier, worked out outside of this module (the criteria and the register are others'
 * tables) for one version of it: a change in between is a conflict.
 */
export type DossierLaw = {
  dossier_version: number
  legal_version: string
  /** Of the scoring sheet in force on the day it was handed in, or is. */
  criteria: readonly { no: string; title: string }[]
  samples_required: boolean
  former_expires_on: CivilDate | null
  renewal: { renewal_opens_days: number | null; renewal_closes_days: number | null; prolongation_max_days: number | null }
  /** That the options exist, and the criteria, also those only spoken of. @throws ApiError 400 `ocop.wrong_choices` */
  assertChoices(choices: Record<string, number>, spokenOf: readonly string[]): void
  /** Criteria without an answer. */
  unanswered(choices: Record<string, number>): string[]
  rate(sheets: readonly Record<string, number>[]): CouncilResult
  mayRecognise(level: "province" | "ministry", star: number, day: CivilDate): boolean
  /** Who decides at a level, as decisions name them. */
  issuers: { province: string; ministry: string }
  /** The highest serial of the commune's product codes in the register. */
  highest_serial: number
}
