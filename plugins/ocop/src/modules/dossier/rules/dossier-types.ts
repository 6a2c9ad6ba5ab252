export const DOSSIER_KINDS = ["first", "upgrade", "re_rating"] as const
export type DossierKind = (typeof DOSSIER_KINDS)[number]

/** Where a dossier (hồ sơ) stands between its producer and the decision (26/2026/QĐ-TTg Article 7). */
export const DOSSIER_STATES = [
  "draft",
  "submitted",
  "returned_by_commune",
  "commune_reported",
  "at_province",
  "returned_by_province",
  "consulting",
  "at_council",
  "council_scored",
  "approved_potential_5",
  "at_ministry",
  "at_central_council",
  "central_scored",
  "back_to_province",
  "recognised",
  "not_recognised",
  "withdrawn",
] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

/** What somebody may be on one dossier. An official can be several: of the province's office and chair of its council. */
export const DOSSIER_ROLES = ["producer", "commune", "province", "ministry", "consultant", "chair", "secretary", "member"] as const
export type DossierRole = (typeof DOSSIER_ROLES)[number]

/** `edit`, `attach` and `score` don't move the dossier and have routes of their own; the others are acts of `POST …/acts`. */
export const DOSSIER_ACTS = [
  "edit",
  "attach",
  "submit",
  "withdraw",
  "report",
  "return_to_producer",
  "forward",
  "consult",
  "advise",
  "open_council",
  "score",
  "recuse",
  "reopen_sheet",
  "close_council",
  "approve_potential_5",
  "send_to_ministry",
  "recognise",
  "refuse",
  "return_to_province",
  "send_back",
] as const
export type DossierAct = (typeof DOSSIER_ACTS)[number]

export type Rank = 1 | 2 | 3 | 4 | 5

/** What the machine must know of a dossier besides its state. */
export type DossierFacts = {
  kind: DossierKind
  /** A report of the consultants, or of the office for a re-rating, on the dossier as it was last handed in. */
  advised: boolean
  /** The rank of the last closed council, null before one. */
  result: Rank | null
  /** Whether the viewer's own sheet is handed in; of no meaning to others. */
  handed_in: boolean
}

export const FINAL_STATES: readonly DossierState[] = ["recognised", "not_recognised", "withdrawn"]
export const EDITABLE_STATES: readonly DossierState[] = ["draft", "returned_by_commune", "returned_by_province"]
export const COUNCIL_STATES: readonly DossierState[] = ["at_council", "at_central_council"]
