/** The closed lists of the dossier. Apart from the schemas, so that a browser that only needs the names loads no more. */
export const kinds = ["first", "upgrade", "re_rating"] as const;
export const states = [
  "draft", "submitted", "returned_by_commune", "commune_reported", "at_province", "returned_by_province", "consulting",
  "at_council", "council_scored", "approved_potential_5", "at_ministry", "at_central_council", "central_scored",
  "back_to_province", "recognised", "not_recognised", "withdrawn",
] as const;
export const acts = [
  "edit", "attach", "submit", "withdraw", "report", "forward", "return_to_producer", "consult", "open_council",
  "approve_potential_5", "send_to_ministry", "recognise", "refuse", "advise", "score", "recuse", "reopen_sheet",
  "close_council", "return_to_province", "send_back",
] as const;
export const evidenceKinds = [
  "business_registration", "production_conditions", "raw_materials", "environment", "local_labour", "growth",
  "intellectual_property", "market", "promotion", "story", "quality_declaration", "test_results", "traceability",
  "quality_system", "awards", "other", "official",
] as const;
export const organisationKinds = ["cooperative", "cooperative_group", "enterprise", "farm", "household_business", "association"] as const;
export const holdsKeys = [
  "business_registration", "quality_declaration", "food_safety", "production_conditions", "trademark", "mark_use_right",
  "patent", "industrial_design", "copyright",
] as const;

export type Kind = (typeof kinds)[number];
export type State = (typeof states)[number];
export type Act = (typeof acts)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
