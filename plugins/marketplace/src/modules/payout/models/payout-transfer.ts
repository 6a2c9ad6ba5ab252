import { model } from "@medusajs/framework/utils"
import { TRANSFER_STATES } from "../rules/transfer-turn"

/**
 * A line on its way through a provider's API; at most one per line (unique), because a line is sent once or not at all.
 * It is written before anything is sent, so whoever finds it after a crash asks the provider first (rules/transfer-turn).
 *
 *     queued → sending → taken → paid | failed        queued → withdrawn        paid → reversed
 *              sending → refused → failed              sending | taken → stuck: a person looks
 */
const PayoutTransfer = model
  .define("payout_transfer", {
    id: model.id({ prefix: "pot" }).primaryKey(),
    line_id: model.text().unique(),
    batch_id: model.text(),
    provider: model.enum(["payos"]),
    state: model.enum([...TRANSFER_STATES]).default("queued"),
    provider_id: model.text().nullable(),
    attempts: model.number().default(0),
    first_sent_at: model.dateTime().nullable(),
    /** Turns in the present state: what waiting grows with. */
    turns: model.number().default(0),
    /** Null: over. While a process is at it, when another may take it up. Of a paid one: when it is looked at again. */
    next_turn_at: model.dateTime().nullable(),
    /** What holds it up: a code of ours or the provider's words. */
    problem: model.text().nullable(),
    /** Whose account it is, as the provider was told by the bank. */
    beneficiary_name: model.text().nullable(),
  })
  .indexes([{ on: ["next_turn_at"], where: "next_turn_at IS NOT NULL" }, { on: ["batch_id"] }])

export default PayoutTransfer
