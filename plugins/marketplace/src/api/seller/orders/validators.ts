import { z } from "@medusajs/framework/zod"

export const SellerOrderParams = z.object({ id: z.string().min(1).max(64) })

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null)

export const ShipBody = z.object({ carrier: optionalText(80), tracking_number: optionalText(80) }).strict()
