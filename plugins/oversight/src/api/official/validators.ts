import { z } from "@medusajs/framework/zod"

const unit = z.string().regex(/^(\d{2}|\d{5})$/)

export const requestCodeSchema = z.strictObject({ phone: z.string().min(1).max(20) })
export const openSessionSchema = z.strictObject({ phone: z.string().min(1).max(20), code: z.string().min(1).max(10) })
export const listingRateQuery = z.strictObject({ unit })
export const listingRateProductsQuery = z.strictObject({
  unit,
  listed: z.enum(["true", "false"]).optional(),
  stars: z.coerce.number().int().min(3).max(5).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
