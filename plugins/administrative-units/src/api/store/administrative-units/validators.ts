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

/** A written address is a line, not a letter. */
export const ParseBody = z.object({ text: z.string().trim().min(1).max(300) }).strict()

const UnitName = z.string().trim().min(1).max(100)

export const ResolveQuery = z
  .object({
    code: z.string().regex(/^\d{5}$/).optional(),
    name: UnitName.optional(),
    district: UnitName.optional(),
    province: UnitName.optional(),
  })
  .strict()
  .refine(({ code, name }) => (code === undefined) !== (name === undefined), {
    path: ["name"],
    params: { vi: "Cần tên xã cũ, hoặc mã xã cũ, một trong hai.", en: "Give the name of the old commune or its code, one of the two." },
  })
