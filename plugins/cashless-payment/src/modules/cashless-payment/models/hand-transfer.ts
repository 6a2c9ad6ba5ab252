import { model } from "@medusajs/framework/utils"
import { HAND_TRANSFER_STATES } from "../rules/hand-transfer-state"

/**
 * Money a person sends back with a bank's app: where to, and how far that is. Of a refund (`refund_id`) or of
 * money nobody's order may claim (`bank_transaction_id`).
 *
 *     waiting → sent → done        (sent: whoever holds the money says it has left)
 *     sent → waiting               (whoever waits for it says it has not come)
 *     waiting | sent → done        (the operator, or the bank's own notice, says so)
 */
export const HandTransfer = model
  .define("hand_transfer", {
    id: model.id({ prefix: "htr" }).primaryKey(),
    refund_id: model.text().nullable(),
    bank_transaction_id: model.text().nullable(),
    amount_vnd: model.bigNumber(),
    state: model.enum([...HAND_TRANSFER_STATES]).default("waiting"),
    bank_bin: model.text().nullable(),
    bank_name: model.text().nullable(),
    account_number: model.text().nullable(),
    account_name: model.text().nullable(),
    /** Who named the account: the one who gets the money, the operator, or the bank's notice of the payment. */
    account_by: model.enum(["receiver", "operator", "payment"]).nullable(),
    account_at: model.dateTime().nullable(),
    /** Counts the accounts named, so that who sends says which one was seen. */
    account_version: model.number().default(0),
    /** From then on only the last digits are kept. */
    account_erased_at: model.dateTime().nullable(),
    /** The operator sends the money instead of the payee who holds it. */
    taken_over_at: model.dateTime().nullable(),
    /** Taken over and done: whose money it was in the end. The payee may have paid after all. */
    sent_from: model.enum(["house", "payee"]).nullable(),
    reminded_at: model.dateTime().nullable(),
    reminders: model.number().default(0),
    sent_at: model.dateTime().nullable(),
    sent_by: model.text().nullable(),
    bank_reference: model.text().nullable(),
    /** Said sent, and said not to have come: what the one who waits wrote. Cleared when it is said sent anew. */
    problem_at: model.dateTime().nullable(),
    problem_note: model.text().nullable(),
    finished_at: model.dateTime().nullable(),
    finished_by: model.text().nullable(),
    /** Whose word ended it; `time`: it was said sent and nobody complained. */
    confirmed_by: model.enum(["operator", "receiver", "bank", "time"]).nullable(),
    /** The bank's own notice of the money leaving. */
    proof_transaction_id: model.text().nullable(),
  })
  .indexes([
    { on: ["refund_id"], unique: true, where: "refund_id IS NOT NULL" },
    { on: ["bank_transaction_id"], unique: true, where: "bank_transaction_id IS NOT NULL AND state <> 'canceled'" },
    // One notice of the bank ends one transfer.
    { on: ["proof_transaction_id"], unique: true, where: "proof_transaction_id IS NOT NULL" },
    { on: ["state"] },
    { on: ["taken_over_at"], where: "taken_over_at IS NOT NULL" },
  ])
