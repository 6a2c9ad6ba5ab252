import { z } from "@medusajs/framework/zod"

export const QueueQuery = z
  .object({
    status: z.enum(["proposed", "published", "rejected", "draft"]).default("proposed"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()

const Id = z.string().min(1).max(60)

export const IdParams = z.object({ id: Id })

export const ApproveBody = z.object({ ocop_product_id: Id.nullable().optional(), right_of_use_id: Id.nullable().optional() }).strict()

export const RejectBody = z.object({ reason: z.string().trim().min(5).max(1_000) }).strict()
