import { z } from "@medusajs/framework/zod"
import { civilDay, reason } from "../ledger/validators"

export const SELLER_KINDS = ["cooperative", "cooperative_group", "household_business", "enterprise", "individual"] as const
const id = z.string().trim().min(1).max(100)

export const CommissionRuleBody = z
  .object({
    name: z.string().trim().min(2).max(120),
    seller_ids: z.array(id).max(500).default([]),
    product_sets: z.array(z.number().int().min(1).max(99)).max(99).default([]),
    seller_kinds: z.array(z.enum(SELLER_KINDS)).max(5).default([]),
    province_codes: z.array(z.string().regex(/^\d{2}$/)).max(63).default([]),
    rate_bps: z.number().int().min(0).max(10_000),
    fixed_vnd: z.number().int().min(0).max(100_000_000).default(0),
    valid_from: civilDay,
    valid_to: civilDay.nullish(),
    reason,
  })
  .strict()

export const EndBody = z.object({ valid_to: civilDay }).strict()
export const RuleParams = z.object({ id })
export const PreviewBody = z.object({ order_id: id }).strict()
