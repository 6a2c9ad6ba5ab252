import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { REGISTER_SORTS, searchPublicRegister } from "../../../../queries/search-public-register"

const Stars = z
  .string()
  .regex(/^[345](,[345]){0,2}$/)
  .transform((text) => text.split(",").map(Number))

const Query = z
  .object({
    q: z.string().max(200).optional(),
    stars: Stars.optional(),
    province: z.string().regex(/^\d{2}$/).optional(),
    commune: z.string().regex(/^\d{5}$/).optional(),
    set: z.coerce.number().int().min(1).max(99).optional(),
    status: z.enum(["valid", "expiring", "prolonged", "expired", "revoked", "in_force"]).optional(),
    sort: z.enum(REGISTER_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()

/** The public register: every product that was ever recognised, on sale or not, as its latest decision leaves it. */
export const GET = validated({ query: Query }, async (req, res, { query }) => {
  const { limit, offset } = query
  res.json({ ...(await searchPublicRegister(req.scope, query)), limit, offset })
})
