import { isCivilDate } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"

const CivilDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})

const Text = z.string().trim().min(1).max(300)

export const IdParams = z.object({ id: z.string().max(100) })

export const RightsQuery = z
  .object({
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()

export const RightOfUseBody = z
  .object({
    gi_handle: z.string().min(1).max(200),
    producer_name: Text,
    document_no: Text,
    issued_by: Text,
    issued_on: CivilDate,
    expires_on: CivilDate.nullable().optional(),
    source: Text,
  })
  .strict()
  .refine((body) => !body.expires_on || body.expires_on >= body.issued_on, {
    path: ["expires_on"],
    params: { vi: "Ngày hết hạn phải sau ngày cấp.", en: "The last day must come after the day of issue." },
  })

export const RevokeBody = z.object({ revoked_on: CivilDate }).strict()
