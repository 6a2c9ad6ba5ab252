import { z } from "@medusajs/framework/zod"
import { SELLER_REASONS } from "../../../modules/order-group/rules/cancel-reasons"

export const SellerOrderParams = z.object({ id: z.string().min(1).max(64) })

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null)

export const ShipBody = z.object({ carrier: optionalText(80), tracking_number: optionalText(80) }).strict()

export const CancelOrderBody = z.object({ reason: z.enum(SELLER_REASONS), note: optionalText(300) }).strict()

/** How many of each line stay: the same twice changes nothing the second time. Lines that are not named stay whole. */
export const CancelItemsBody = z
  .object({
    lines: z.array(z.object({ id: z.string().min(1).max(64), quantity: z.number().int().min(0).max(1_000_000) }).strict()).min(1).max(100),
    reason: z.enum(SELLER_REASONS),
    note: optionalText(300),
  })
  .strict()

export const NothingBody = z.object({}).strict()
