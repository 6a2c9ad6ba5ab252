import { z } from "@medusajs/framework/zod"

const day = z.string().trim().max(40).optional()

/** Of a file: all of the period. */
export const EarningsFileQuery = z.object({ from: day, to: day }).strict()

/** Of a page: so many orders, charges and other facts of it, newest first. */
export const EarningsQuery = EarningsFileQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(100), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) }).strict()

