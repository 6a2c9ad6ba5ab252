import { z } from "zod";
import { acts, evidenceKinds, kinds, organisationKinds, states } from "./names";

/** What the dossier's routes answer (plugins/ocop, README), as far as the pages use it. */
const unit = z.object({ code: z.string(), name: z.string(), full_name: z.string() });
const text = z.string().nullish().transform((value) => value ?? null);
const stars = z.union([z.literal(3), z.literal(4), z.literal(5)]);
const partPoints = z.record(z.string(), z.object({ points: z.number(), max: z.number() }));

const deadline = z.object({
  due_on: z.string(),
  overdue: z.boolean(),
  days_left: z.number(),
  basis: z.enum(["commune_15_working_days", "re_rating_45_days", "province_round", "ministry_round"]),
  provisional: z.boolean(),
});
export type Deadline = z.infer<typeof deadline>;

const cardFields = {
  id: z.string(),
  kind: z.enum(kinds),
  state: z.enum(states),
  star: stars.nullable(),
  product_name: text,
  applicant_name: text,
  product_set: z.object({ set_no: z.number(), name: z.string() }),
  commune: unit,
  province: unit,
  receipt_no: text,
  province_receipt_no: text,
  submitted_on: text,
  deadline: deadline.nullable(),
  acts: z.array(z.enum(acts)),
  version: z.number(),
  illustrative: z.boolean(),
  updated_at: z.string(),
};
const card = z.object(cardFields);
export type DossierCard = z.infer<typeof card>;

const tick = z.boolean().nullish().transform(Boolean);
const holds = z.object({
  business_registration: tick,
  quality_declaration: tick,
  food_safety: tick,
  production_conditions: tick,
  trademark: tick,
  mark_use_right: tick,
  patent: tick,
  industrial_design: tick,
  copyright: tick,
});

const form = z.object({
  product_name: text,
  product_description: text,
  applicant_name: text,
  organisation_kind: z.enum(organisationKinds).nullish().transform((value) => value ?? null),
  address: text,
  phone: text,
  email: text,
  representative_name: text,
  representative_position: text,
  representative_residence: text,
  sensitive_consent: z.boolean().nullish().transform(Boolean),
  representative_gender: z.enum(["female", "male"]).nullish().transform((value) => value ?? null),
  representative_ethnicity: text,
  representative_disability: z.boolean().nullish().transform((value) => value ?? null),
  registration_no: text,
  registered_on: text,
  holds,
  other_ip: text,
  history: text,
  structure: text,
  raw_materials: text,
  quality_changes: text,
  markets: text,
  business_results: text,
  plan: text,
  changes: text,
  late_reason: text,
  samples: z.number().nullish().transform((value) => value ?? null),
});
export type DossierForm = z.infer<typeof form>;

const selfAssessment = z.record(z.string(), z.object({ option: z.number().nullable(), description: text }).nullable());
export type SelfAssessment = z.infer<typeof selfAssessment>;

const cap = z.object({ criterion: z.string(), title: z.string(), star: stars, needs_option: z.number(), members_below: z.number() });
export type Cap = z.infer<typeof cap>;

const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  content_type: z.string(),
  bytes: z.number(),
  kind: z.enum(evidenceKinds),
  criterion: text,
  note: text,
  added_by: z.string(),
  added_at: z.string(),
  withdrawn_at: text,
});
export type Attachment = z.infer<typeof attachment>;

const role = z.enum(["chair", "secretary", "member"]);
const rating = z.object({
  id: z.string(),
  level: z.enum(["province", "ministry"]),
  council: z.object({ id: z.string(), name: z.string(), decision_no: text, decided_on: text }),
  form: z.enum(["meeting", "written"]),
  opened_on: z.string(),
  closed_at: text,
  seats: z.array(
    z.object({
      sheet_id: text,
      name: z.string(),
      organisation: text,
      role,
      scores: z.boolean(),
      me: z.boolean(),
      handed_in_at: text,
      recused_at: text,
      recusal_reason: text,
    }),
  ),
  quorum: z.object({ needed: z.number(), handed_in: z.number(), of: z.number(), reached: z.boolean() }),
  result: z.object({ average: z.string(), band: z.number(), star: z.number(), capped_by: z.array(cap), members: z.number() }).nullable(),
  minutes: z.object({ held_on: z.string(), place: text, discussion: text, conclusion: text }).nullable(),
});
export type Rating = z.infer<typeof rating>;

const event = z.object({
  at: z.string(),
  act: z.string(),
  from: z.enum(states).nullable(),
  to: z.enum(states),
  by: z.object({ role: z.string(), name: text }),
  note: text,
  document_no: text,
  document_date: text,
});
export type DossierEvent = z.infer<typeof event>;

const renewalWindow = z
  .object({
    status: z.enum(["early", "open", "late", "expired"]),
    opens_on: z.string(),
    closes_on: z.string(),
    expires_on: z.string(),
    prolonged_until_at_most: z.string(),
  })
  .nullish()
  .transform((value) => value ?? null);
export type RenewalWindow = NonNullable<z.infer<typeof renewalWindow>>;

const letter = z.object({ letter_no: z.string(), letter_date: z.string(), samples: z.number().nullish() }).nullish();

const detail = z.object({
  ...cardFields,
  form,
  self_assessment: selfAssessment,
  self_rating: z
    .object({ total: z.number(), points: partPoints, band: z.number(), star: z.number(), capped_by: z.array(cap), unanswered: z.array(z.string()) })
    .nullable(),
  missing: z.array(z.object({ field: z.string(), message: z.string() })),
  samples_required: z.boolean(),
  window: renewalWindow,
  former: z
    .object({ ocop_product_id: z.string(), name: z.string(), code: text, star: z.number().nullable(), expires_on: text, decision_no: text })
    .nullable(),
  listing_id: text,
  returned: z.object({ by: z.enum(["commune", "province"]), note: z.string(), at: z.string() }).nullable(),
  attachments: z.array(attachment),
  commune_report: z
    .object({ local_material: z.string(), local_labour: z.string(), idea_origin: z.string(), local_identity: z.string(), reported_on: z.string(), reported_by: text })
    .nullable(),
  commune_letter: letter,
  consultants: z.array(z.object({ name: z.string(), organisation: text, me: z.boolean() })),
  advice: z
    .object({ summary: z.string(), surveyed_on: text, survey_note: text, tests_note: text, recommendation: z.enum(["put_to_council", "ask_for_more"]), by: text, at: z.string() })
    .nullable(),
  ratings: z.array(rating),
  ministry_letter: letter,
  decision: z
    .object({ outcome: z.enum(["recognised", "not_recognised", "approved_potential_5"]), star: z.number().nullable(), decision_no: text, decided_on: z.string(), issued_by: text, note: text })
    .nullable(),
  recognition: z
    .object({ ocop_product_id: z.string(), product_code: text, certificate_code: z.string(), star: stars, issued_on: z.string(), expires_on: z.string() })
    .nullable(),
  events: z.array(event),
  documents: z.array(z.string()),
});
export type Dossier = z.infer<typeof detail>;

export const dossierAnswer = z.object({ dossier: detail });
export const dossiersAnswer = z.object({ dossiers: z.array(card), count: z.number() });
export const officialDossiersAnswer = dossiersAnswer.extend({ by_state: z.record(z.string(), z.number()), by_set: z.array(z.object({ set_no: z.number(), name: z.string(), count: z.number() })), overdue: z.number() });

export const optionsAnswer = z.object({
  products: z.array(
    z.object({
      ocop_product_id: z.string(),
      name: z.string(),
      code: text,
      product_set_no: z.number().nullable(),
      star: z.number().nullable(),
      expires_on: text,
      status: text,
      may: z.array(z.enum(["upgrade", "re_rating"])),
      window: renewalWindow,
      open_dossier_id: text,
    }),
  ),
  listings: z.array(z.object({ id: z.string(), title: z.string(), linked: z.boolean() })),
  product_sets: z.array(
    z.object({ set_no: z.number(), name: z.string(), industry: z.string(), group_name: z.string(), subgroup: text, sample_required: z.boolean() }),
  ),
  applicant: z.object({ name: text, address: text, phone: text, organisation_kind: text }),
});
export type DossierOptions = z.infer<typeof optionsAnswer>;

export const ownSheetAnswer = z.object({
  sheet: z.object({
    id: z.string(),
    version: z.number(),
    options: z.record(z.string(), z.number()),
    comments: z.record(z.string(), z.string()),
    general_comment: text,
    handed_in_at: text,
    reopened_note: text,
    score: z.object({ total: z.number(), points: partPoints, missing: z.array(z.string()) }),
    may_edit: z.boolean(),
    self_assessment: selfAssessment,
  }),
});
export type OwnSheet = z.infer<typeof ownSheetAnswer>["sheet"];

export const comparisonAnswer = z.object({
  comparison: z.object({
    members: z.array(z.object({ sheet_id: z.string(), name: z.string(), organisation: text, role, total: z.number(), star: z.number(), comment: text })),
    criteria: z.array(
      z.object({
        no: z.string(),
        title: z.string(),
        part: z.enum(["A", "B", "C"]),
        max: z.number(),
        self: z.number().nullable(),
        points: z.array(z.number().nullable()),
        average: z.string(),
        spread: z.number(),
        comments: z.array(text),
        caps: stars.nullable(),
      }),
    ),
    average: text,
    band: z.number().nullable(),
    star: z.number().nullable(),
    capped_by: z.array(cap),
    closed: z.boolean(),
  }),
});
export type Comparison = z.infer<typeof comparisonAnswer>["comparison"];

const council = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  level: z.enum(["province", "ministry"]),
  decision_no: text,
  decided_on: text,
  open_dossiers: z.number(),
  illustrative: z.boolean(),
  members: z.array(z.object({ official_id: z.string(), name: z.string(), organisation: text, role })),
});
export type Council = z.infer<typeof council>;
export const councilAnswer = z.object({ council });
export const councilsAnswer = z.object({ councils: z.array(council), count: z.number() });
