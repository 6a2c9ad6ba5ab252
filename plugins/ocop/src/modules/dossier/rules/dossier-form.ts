import { isCivilDate } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .transform((value) => value || null)
const Short = text(300)
const Long = text(10_000)

export const DossierDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})

export const ORGANISATION_KINDS = ["cooperative", "cooperative_group", "enterprise", "farm", "household_business", "association"] as const

const HOLDS = [
  "business_registration",
  "quality_declaration",
  "food_safety",
  "production_conditions",
  "trademark",
  "mark_use_right",
  "patent",
  "industrial_design",
  "copyright",
] as const
export type Held = (typeof HOLDS)[number]

/** The kinds of proof of the table in Form 02, in its order, and what else may lie in a dossier. */
export const EVIDENCE_KINDS = [
  "business_registration",
  "production_conditions",
  "raw_materials",
  "environment",
  "local_labour",
  "growth",
  "intellectual_property",
  "market",
  "promotion",
  "story",
  "quality_declaration",
  "test_results",
  "traceability",
  "quality_system",
  "awards",
  "other",
  "official",
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What the producer fills in, Forms 01 and 02 of 26/2026/QĐ-TTg in one. Anything may be empty until it is handed in. */
export const DossierFormSchema = z.strictObject({
  product_name: Short,
  product_description: Long,
  applicant_name: Short,
  organisation_kind: z.enum(ORGANISATION_KINDS).nullable(),
  address: Short,
  phone: text(30),
  email: z.union([z.literal("").transform(() => null), z.string().trim().email().max(200)]).nullable(),
  representative_name: Short,
  representative_position: Short,
  representative_residence: Short,
  // Sensitive personal data: only with consent, and shown in the dossier and its documents only.
  sensitive_consent: z.boolean(),
  representative_gender: z.enum(["female", "male"]).nullable(),
  representative_ethnicity: text(60),
  representative_disability: z.boolean().nullable(),
  registration_no: text(60),
  registered_on: DossierDate.nullable(),
  holds: z.strictObject(Object.fromEntries(HOLDS.map((held) => [held, z.boolean()])) as Record<Held, z.ZodBoolean>).partial(),
  other_ip: Short,
  history: Long,
  structure: Long,
  raw_materials: Long,
  quality_changes: Long,
  markets: Long,
  business_results: Long,
  plan: Long,
  changes: Long,
  late_reason: Long,
  samples: z.number().int().min(0).max(100).nullable(),
})

export type DossierForm = Omit<z.output<typeof DossierFormSchema>, "holds"> & { holds: Record<Held, boolean> }

export const DossierFormChange = DossierFormSchema.partial()
export type DossierFormChange = z.output<typeof DossierFormChange>

/** What the producer ticked for themselves: number of the criterion → option from 1 (0: none of them), and how they prove it. */
export type SelfAssessment = Record<string, { option: number | null; description: string | null }>

export const SelfAssessmentChange = z.record(
  z.string().regex(/^\d+(\.\d+)*$/).max(12),
  z.strictObject({ option: z.number().int().min(0).max(30).nullable(), description: Long.default(null) }).nullable(),
)
export type SelfAssessmentChange = z.output<typeof SelfAssessmentChange>

export function emptyForm(): DossierForm {
  const nothing = Object.fromEntries(Object.keys(DossierFormSchema.shape).map((field) => [field, null]))
  return { ...nothing, sensitive_consent: false, holds: Object.fromEntries(HOLDS.map((held) => [held, false])) } as DossierForm
}

/** The form with what was given replaced; without consent nothing sensitive stays. */
export function mergeForm(form: DossierForm, change: DossierFormChange): DossierForm {
  const merged = { ...form, ...change, holds: { ...form.holds, ...change.holds } }
  return merged.sensitive_consent ? merged : withoutSensitive(merged)
}

export function withoutSensitive(form: DossierForm): DossierForm {
  return { ...form, representative_gender: null, representative_ethnicity: null, representative_disability: null }
}

/** True where sensitive facts are given without consent to keep them. */
export function lacksConsent(form: DossierForm, change: DossierFormChange): boolean {
  const consent = change.sensitive_consent ?? form.sensitive_consent
  const given = [change.representative_gender, change.representative_ethnicity, change.representative_disability]
  return !consent && given.some((value) => value !== undefined && value !== null)
}

/** `null` takes the answer to a criterion away. */
export function mergeAssessment(assessment: SelfAssessment, change: SelfAssessmentChange): SelfAssessment {
  const merged = new Map<string, SelfAssessment[string] | null>([...Object.entries(assessment), ...Object.entries(change)])
  return Object.fromEntries([...merged].filter((entry): entry is [string, SelfAssessment[string]] => entry[1] !== null))
}

/** The ticks alone, as the scoring rules take them. */
export function choicesOf(assessment: SelfAssessment): Record<string, number> {
  return Object.fromEntries(Object.entries(assessment).flatMap(([no, { option }]) => (option === null ? [] : [[no, option]])))
}
