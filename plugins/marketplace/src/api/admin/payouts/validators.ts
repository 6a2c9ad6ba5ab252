import { z } from "@medusajs/framework/zod"
import { PAYOUT_WAYS } from "../../../modules/payout/rules/payout-ways"
import { reason } from "../ledger/validators"

const id = z.string().trim().min(1).max(100)

export const PayoutParams = z.object({ id })
export const PayoutsQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) }).strict()
export const NewBatchBody = z.object({ reason, way: z.enum(PAYOUT_WAYS).default("bank_file"), seller_ids: z.array(id).min(1).max(1_000).optional() }).strict()
export const NoteBody = z.object({ note: reason }).strict()
/** `not_at_bank`: no bank has a file with the lines in it. A line that is taken out and paid all the same would be paid twice. */
export const DropHeldBody = z.object({ note: reason, not_at_bank: z.literal(true) }).strict()
/** `file_at_bank`: the bank has the file already, with lines in it that are held since. */
export const SentBody = z.object({ note: reason, file_at_bank: z.boolean().default(false) }).strict()
export const PaidBody = z.object({ bank_reference: z.string().trim().min(2).max(100), note: reason }).strict()
export const FileQuery = z.object({ layout: z.string().trim().max(40).default("generic") }).strict()
export const AccountBody = z.object({ seller_id: id, note: reason }).strict()
