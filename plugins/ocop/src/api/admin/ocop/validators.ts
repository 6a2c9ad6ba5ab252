import { z } from "@medusajs/framework/zod"

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
