import { isCivilDate } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { ACCOUNTS, JOURNAL_KINDS } from "../../../modules/ledger/rules/journal"

export const civilDay = z.string().trim().refine(isCivilDate)
export const reason = z.string().trim().min(5).max(500)
const id = z.string().trim().min(1).max(100)
const vnd = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000)

export const AccountsQuery = z.object({ seller_id: id.optional(), day: civilDay.optional() }).strict()

const journalFilters = { seller_id: id.optional(), order_id: id.optional(), intent_id: id.optional(), kind: z.enum(JOURNAL_KINDS).optional(), from: civilDay.optional(), to: civilDay.optional() }

export const JournalsQuery = z
  .object({ ...journalFilters, limit: z.coerce.number().int().min(1).max(100).default(20), offset: z.coerce.number().int().min(0).max(10_000_000).default(0) })
  .strict()

export const JournalsFileQuery = z.object(journalFilters).strict()

export const AdjustmentBody = z
  .object({
    /** Makes sending the form twice one adjustment. */
    reference: z.string().trim().min(1).max(100),
    reason,
    entries: z
      .array(z.object({ account: z.enum(ACCOUNTS), seller_id: id.nullish(), amount_vnd: vnd }).strict())
      .min(2)
      .max(20),
  })
  .strict()

export const ShopPaidBody = z.object({ bank_reference: z.string().trim().min(4).max(60), reason, house_money: z.enum(["not_sent", "with_buyer", "lost"]) }).strict()

export const AdjustmentsQuery = z
  .object({ state: z.enum(["proposed", "posted", "refused"]).optional(), limit: z.coerce.number().int().min(1).max(100).default(20), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) })
  .strict()
export const AdjustmentParams = z.object({ id })
export const DecisionBody = z.object({ note: reason }).strict()

export const SettlementBody = z
  .object({ reference: z.string().trim().min(1).max(100), day: civilDay, gross_vnd: vnd.min(1), fee_vnd: vnd.min(0) })
  .strict()
  .refine(({ gross_vnd, fee_vnd }) => fee_vnd <= gross_vnd, { path: ["fee_vnd"] })

export const BankFeeBody = z.object({ reference: z.string().trim().min(1).max(100), day: civilDay, fee_vnd: vnd.min(1), note: reason }).strict()
