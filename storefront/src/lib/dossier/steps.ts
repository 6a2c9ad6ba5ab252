import type { Kind } from "./names";
import type { SheetGroup } from "./sheet";
import type { Dossier, DossierForm } from "./types";

export type FieldName = Exclude<keyof DossierForm, "holds" | "sensitive_consent" | "representative_gender" | "representative_ethnicity" | "representative_disability">;
export const formSteps = ["chu-the", "san-pham", "qua-trinh"] as const;
export type FormStep = (typeof formSteps)[number];
export type StepSlug = FormStep | `tu-cham-${string}` | "giay-to" | "nop";

/** Fields that only an upgrade or a re-rating asks for. */
const later: readonly FieldName[] = ["changes", "late_reason"];
const stepFields: Record<FormStep, readonly FieldName[]> = {
  "chu-the": [
    "applicant_name", "organisation_kind", "address", "phone", "email", "representative_name", "representative_position",
    "representative_residence", "registration_no", "registered_on",
  ],
  "san-pham": ["product_name", "product_description", "samples", "other_ip"],
  "qua-trinh": ["changes", "late_reason", "history", "structure", "raw_materials", "quality_changes", "markets", "business_results", "plan"],
};
export const longFields: readonly FieldName[] = [
  "product_description", "history", "structure", "raw_materials", "quality_changes", "markets", "business_results", "plan", "changes", "late_reason",
];

export function fieldsOf(step: FormStep, kind: Kind, windowStatus: string | null): FieldName[] {
  return stepFields[step].filter((field) => {
    if (!later.includes(field) || kind === "first") return !later.includes(field);
    return field === "changes" || (kind === "re_rating" && (windowStatus === "late" || windowStatus === "expired"));
  });
}

/** All steps of a dossier in order: who, what, how it went, one per group of criteria, papers, hand in. */
export function stepsOf(groups: readonly SheetGroup[]): StepSlug[] {
  return [...formSteps, ...groups.map((group) => `tu-cham-${group.no}` as const), "giay-to", "nop"];
}

/** The step where something that is missing can be put right (`form.history`, `criteria.4.1`, `attachments.market`, `window`). */
export function stepOfMissing(field: string): StepSlug {
  const [part, name = ""] = field.split(".");
  if (part === "criteria" || part === "self_assessment") return `tu-cham-${name}`;
  if (part === "attachments") return "giay-to";
  if (part === "window") return "qua-trinh";
  const step = formSteps.find((candidate) => stepFields[candidate].some((known) => known === name));
  if (step) return step;
  return name === "holds" ? "san-pham" : "chu-the";
}

export function missingIn(step: StepSlug, missing: Dossier["missing"]): Dossier["missing"] {
  return missing.filter(({ field }) => stepOfMissing(field) === step);
}
