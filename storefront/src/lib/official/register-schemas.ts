import { z } from "zod";

/** What the register's desk answers, as far as the pages use it. */
const place = z.object({ code: z.string(), name: z.string(), full_name: z.string() }).nullable();
const status = z.enum(["valid", "expiring", "prolonged", "expired", "revoked"]);
export type Status = z.infer<typeof status>;
const stars = z.union([z.literal(3), z.literal(4), z.literal(5)]);

const entry = z.object({
  id: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  producer_name: z.string().nullable(),
  commune: place,
  province: place,
  certificate_code: z.string().nullable(),
  status: status.nullable(),
  stars_given: stars.nullable(),
  holds_until: z.string().nullable(),
  listed_here: z.boolean(),
  listed_elsewhere: z.boolean(),
  illustrative: z.boolean(),
});
export type RegisterEntry = z.infer<typeof entry>;
export const registerSchema = z.object({ products: z.array(entry), count: z.number() });

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const recognition = z.object({
  id: z.string(),
  star: stars,
  status,
  speaks: z.boolean(),
  decision_no: z.string().nullable(),
  issued_by: z.string().nullable(),
  issued_on: z.string(),
  expires_on: z.string(),
  prolonged_until: z.string().nullable(),
  prolongation_document_no: z.string().nullable(),
  prolongation_latest: z.string().nullable(),
  revoked_on: z.string().nullable(),
  revocation_ground: z.string().nullable(),
  revocation_document_no: z.string().nullable(),
  revocation_concluded_on: z.string().nullable(),
  revocation_timing: z.object({ due_on: z.string(), late_by_days: z.number() }).nullable(),
  certificate_code: z.string(),
  illustrative: z.boolean(),
  may_revoke: z.boolean(),
  may_prolong: z.boolean(),
});
export type Recognition = z.infer<typeof recognition>;

const history = z.object({
  id: z.string(),
  at: z.string(),
  act: z.string(),
  actor_name: z.string(),
  document_no: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), before: value, after: value })),
  warnings: z.array(z.string()),
});
export type HistoryLine = z.infer<typeof history>;

const product = z.object({
  id: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  producer_name: z.string().nullable(),
  commune: place,
  province: place,
  stars: stars.nullable(),
  today: z.string(),
  illustrative: z.boolean(),
  may_recognise: z.array(stars),
  recognitions: z.array(recognition),
  external_listings: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      platform_name: z.string(),
      last_checked_on: z.string().nullable(),
      check_result: z.enum(["on_sale", "gone"]).nullable(),
      checked_by_name: z.string().nullable(),
      added_by_name: z.string(),
      evidence: z.string().nullable(),
      counts: z.boolean(),
    }),
  ),
  owners: z.array(z.object({ id: z.string(), seller_id: z.string(), evidence: z.string(), given_by_name: z.string(), given_on: z.string() })),
  listings: z.array(z.object({ product_id: z.string(), handle: z.string(), title: z.string(), status: z.string(), seller_name: z.string(), on_sale: z.boolean() })),
  proposals: z.array(z.object({ product_id: z.string(), title: z.string(), handle: z.string(), status: z.string(), seller_name: z.string(), score: z.number() })),
  sellers: z.array(z.object({ id: z.string(), name: z.string() })),
  history: z.array(history),
});
export type DeskProduct = z.infer<typeof product>;
export const productSchema = z.object({ product });
