import { z } from "@medusajs/framework/zod"

const day = z.string().trim().max(40).optional()

export const EarningsQuery = z.object({ from: day, to: day }).strict()
