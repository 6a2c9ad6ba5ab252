import { z } from "@medusajs/framework/zod"

export const RuleBody = z
  .object({
    scope: z.enum(["everywhere", "province", "seller"]),
    /** Province code or seller id; empty for `everywhere`. */
    scope_id: z.string().trim().max(64).default(""),
    enabled: z.boolean(),
    max_amount_vnd: z.number().int().positive().max(499_999_999).nullish(),
    effective_from: z.iso.datetime({ offset: true }).optional(),
    reason: z.string().trim().min(1).max(300),
  })
  .strict()

export const RulesQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), offset: z.coerce.number().int().min(0).max(100_000).default(0) }).strict()
