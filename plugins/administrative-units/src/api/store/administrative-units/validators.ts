import { z } from "@medusajs/framework/zod"

const ProvinceCode = z.string().regex(/^\d{2}$/)

export const CommunesQuery = z.object({ province: ProvinceCode }).strict()

export const SearchQuery = z
  .object({
    q: z.string().max(100),
    province: ProvinceCode.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  })
  .strict()

export const UnitParams = z.object({ code: z.string().regex(/^(\d{2}|\d{5})$/) })
