import { isCivilDate } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"

const CivilDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})

const Text = z.string().trim().min(1).max(300)

export const IdParams = z.object({ id: z.string().max(100) })

export const RegisterQuery = z
  .object({
    q: z.string().max(200).optional(),
    province: z.string().regex(/^\d{2}$/).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()

export const RegisterProductBody = z
  .object({
    // With the district before 1 July 2025, without it since (Decision 26/2026/QĐ-TTg, Annex III).
    code: z.string().regex(/^\d{2}-(\d{3}-)?\d{5}-\d{1,5}-20\d{2}$/).optional(),
    name: Text,
    producer_name: Text,
    producer_kind: z.enum(["cooperative", "cooperative_group", "enterprise", "household_business", "individual"]),
    commune_code: z.string().regex(/^\d{5}$/),
    product_set_no: z.number().int().min(1).max(99),
    source: Text,
  })
  .strict()

export const RecognitionBody = z
  .object({
    star: z.literal([3, 4, 5]),
    decision_no: Text,
    issued_by: Text,
    issued_on: CivilDate,
    expires_on: CivilDate.optional(),
    source: Text,
  })
  .strict()
  .refine((body) => !body.expires_on || body.expires_on > body.issued_on, {
    path: ["expires_on"],
    params: { vi: "Ngày hết hạn phải sau ngày cấp.", en: "The last day must come after the day of issue." },
  })

export const RevokeBody = z.object({ revoked_on: CivilDate, reason: Text }).strict()

export const ProlongBody = z.object({ until: CivilDate }).strict()
