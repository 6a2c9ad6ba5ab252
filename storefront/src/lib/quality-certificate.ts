import { z } from "zod";

const sentence = z.object({ vi: z.string(), en: z.string() });

/** In the order of the forms; each has its name under `common.qualityKind`. */
export const certificateKinds = [
  "vietgap",
  "globalgap",
  "organic_vn",
  "organic_international",
  "haccp",
  "iso_22000",
  "fssc_22000",
  "food_safety_certificate",
  "food_safety_commitment",
  "self_declaration",
  "growing_area_code",
  "packing_house_code",
  "gtin",
  "traceability_code",
  "test_report",
] as const;

/** A paper about quality as its shop and the officials of its place read it. Unknown fields are dropped. */
export const certificateSchema = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  holder_name: z.string(),
  issuer: z.string().nullable(),
  scope_text: z.string().nullable(),
  issued_on: z.string().nullable(),
  expires_on: z.string().nullable(),
  review: z.enum(["waiting", "confirmed", "rejected"]),
  review_reason: z.string().nullable(),
  revoked_on: z.string().nullable(),
  revocation_reason: z.string().nullable(),
  state: z.enum(["valid", "expiring", "expired", "revoked", "unchecked", "rejected"]),
  term: z.object({ max_months: z.number(), latest: z.string(), exceeded: z.boolean() }).nullable(),
  evidence: z.object({ name: z.string().nullable(), type: z.string().nullable(), bytes: z.number().nullable(), sha256: z.string().nullable() }).nullable(),
  products: z.array(z.object({ id: z.string(), handle: z.string(), title: z.string(), status: z.string() })),
  illustrative: z.boolean(),
  log: z.array(z.object({ action: z.string(), by: z.string(), by_type: z.string(), reason: z.string().nullable(), at: z.string() })),
});
export type QualityCertificate = z.infer<typeof certificateSchema>;

export const certificateAnswer = z.object({ quality_certificate: certificateSchema });
export const certificatesAnswer = z.object({ quality_certificates: z.array(certificateSchema), count: z.number() });

const need = z.enum(["required", "optional", "none"]);
export const kindSchema = z.object({ kind: z.string(), number_hint: sentence, number: need, issuer: need, issued_on: need, expires_on: need });
export type CertificateKind = z.infer<typeof kindSchema>;
export const kindsAnswer = z.object({ kinds: z.array(kindSchema) });

export const largestEvidenceBytes = 10 * 1024 * 1024;

/** The colour of a state, the same at all three doors. */
export const stateTones = { valid: "tea", expiring: "honey", expired: "plain", revoked: "brick", unchecked: "indigo", rejected: "brick" } as const;
