import { z } from "@medusajs/framework/zod"
import type { PaymentErrorReason } from "../../../../modules/cashless-payment/errors"
import { MAX_HOLD_HOURS } from "../../../../modules/cashless-payment/rules/suspicion"

const note = z.string().trim().min(5).max(1000)
const hours = z.number().int().min(1).max(MAX_HOLD_HOURS)

export const GiveUp = z.object({ note }).strict()
export const Keep = z.object({ note, hours }).strict()
export const Hold = z.object({ reason: note, hours }).strict()

/** Which sentence a field that is wrong gets. */
export const WRONG: Record<string, PaymentErrorReason> = { note: "suspicion_note_needed", reason: "suspicion_note_needed", hours: "hold_hours_invalid" }
