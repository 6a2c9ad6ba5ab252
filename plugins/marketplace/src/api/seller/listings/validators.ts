import { z } from "@medusajs/framework/zod"

const title = z.string().trim().min(3).max(120)
const unit = z.string().trim().min(1).max(30)
const netWeightGrams = z.number().int().min(1).max(1_000_000).nullable()
const netVolumeMl = z.number().int().min(1).max(1_000_000).nullable()
/** From the smallest coin still in use to what NAPAS 247 moves in one transfer. */
const priceVnd = z.number().int().min(1_000).max(499_999_999)
const stockQuantity = z.number().int().min(0).max(1_000_000)
const mediaIds = z.array(z.string().min(1).max(60)).min(1).max(8).refine((ids) => new Set(ids).size === ids.length, {
  params: { vi: "Mỗi ảnh chỉ dùng một lần.", en: "Each picture may be used only once." },
})
const description = z.string().trim().max(5_000).nullable().transform((text) => text || null)

/** There is no field for stars or certificates: badges come from the registers, and an unknown field is refused. */
export const ProposeBody = z
  .object({
    title,
    unit,
    net_weight_grams: netWeightGrams.optional(),
    net_volume_ml: netVolumeMl.optional(),
    price_vnd: priceVnd,
    stock_quantity: stockQuantity,
    media_ids: mediaIds,
    description: description.optional(),
    perishable: z.boolean().optional(),
  })
  .strict()

export const UpdateBody = ProposeBody.partial().strict()

export const ListQuery = z.object({ status: z.enum(["proposed", "published", "rejected", "draft"]).optional() }).strict()

export const IdParams = z.object({ id: z.string().min(1).max(60) })
