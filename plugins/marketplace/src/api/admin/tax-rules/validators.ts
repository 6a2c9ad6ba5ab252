import { z } from "@medusajs/framework/zod"
import { SELLER_ACTIVITIES, TAX_MODES } from "../../../modules/ledger/rules/withholding-tax"
import { SELLER_KINDS } from "../commission-rules/validators"
import { civilDay, reason } from "../ledger/validators"

const bps = z.number().int().min(0).max(10_000)

export const TaxRuleBody = z
  .object({
    seller_kinds: z.array(z.enum(SELLER_KINDS)).min(1),
    rails: z.array(z.string().trim().min(2).max(30)).min(1).max(10),
    activity: z.enum(SELLER_ACTIVITIES),
    vat_bps: bps,
    pit_bps: bps,
    mode: z.enum(TAX_MODES),
    base: z.enum(["goods", "goods_and_shipping"]),
    legal_basis: z.string().trim().min(5).max(500),
    certainty: z.enum(["confirmed", "uncertain"]),
    note: reason,
    valid_from: civilDay,
    valid_to: civilDay.nullish(),
  })
  .strict()

export const ActivityBody = z.object({ seller_id: z.string().trim().min(1).max(100), activity: z.enum(SELLER_ACTIVITIES), valid_from: civilDay, note: reason }).strict()
