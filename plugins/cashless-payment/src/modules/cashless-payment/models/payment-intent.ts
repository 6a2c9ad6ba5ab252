import { model } from "@medusajs/framework/utils"
import { INTENT_STATUSES } from "../rules/intent-state"
import { BankTransaction } from "./bank-transaction"
import { PaymentAttempt } from "./payment-attempt"
import { PaymentRefund } from "./payment-refund"

/** What somebody owes and how far it is paid. Amounts are integer đồng and frozen once the row exists. */
export const PaymentIntent = model
  .define("payment_intent", {
    id: model.id({ prefix: "pi" }).primaryKey(),
    rail: model.enum(["vietqr", "vnpay"]),
    status: model.enum([...INTENT_STATUSES]),
    amount_vnd: model.bigNumber(),
    amount_received_vnd: model.bigNumber(),
    description: model.text(),
    metadata: model.json(),
    idempotency_key: model.text(),
    expires_at: model.dateTime(),
    memo_code: model.text().nullable(),
    payee_bin: model.text().nullable(),
    payee_bank_name: model.text().nullable(),
    payee_account_number: model.text().nullable(),
    payee_account_name: model.text().nullable(),
    /** Who opened it: a plugin of this process for an order of ours, or a caller of /v1 for a shop of its own. */
    origin: model.enum(["process", "api"]).default("process"),
    /** Lets a buyer's page read this one intent; never part of an answer but those of /v1. */
    client_secret: model.text().nullable(),
    customer_id: model.text().nullable(),
    /** What /v1 was told beside the columns: IntentTerms. */
    terms: model.json().nullable(),
    /** Where the buyer was last sent to pay. */
    redirect_url: model.text().nullable(),
    /** The VNPAY-QR that was last given out for it, and until when it can be paid. */
    vnpay_qr: model.text().nullable(),
    vnpay_qr_expires_at: model.dateTime().nullable(),
    last_error_code: model.text().nullable(),
    cancellation_reason: model.text().nullable(),
    /** The intent that asks for the same thing anew (another amount): money that still comes with this one's code counts there. */
    replaced_by_id: model.text().nullable(),
    canceled_at: model.dateTime().nullable(),
    succeeded_at: model.dateTime().nullable(),
    attempts: model.hasMany(() => PaymentAttempt, { mappedBy: "intent" }),
    bank_transactions: model.hasMany(() => BankTransaction, { mappedBy: "intent" }),
    refunds: model.hasMany(() => PaymentRefund, { mappedBy: "intent" }),
  })
  .indexes([
    { on: ["idempotency_key"], unique: true },
    { on: ["memo_code"], unique: true, where: "memo_code IS NOT NULL" },
    // The expiry job walks this one: only open intents are in it.
    { on: ["expires_at"], where: "status IN ('requires_payment_method', 'requires_confirmation', 'requires_action')" },
    { on: ["customer_id", "id"], where: "customer_id IS NOT NULL" },
    // Who keeps books asks every minute what /v1 brought lately.
    { on: ["succeeded_at"], where: "origin = 'api'" },
  ])
