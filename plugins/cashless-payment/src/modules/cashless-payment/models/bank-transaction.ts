import { model } from "@medusajs/framework/utils"
import { PaymentIntent } from "./payment-intent"

/** Money that moved, whether or not we know whose it is. `unmatched` ones wait at the desk for a person. */
export const BankTransaction = model
  .define("bank_transaction", {
    id: model.id({ prefix: "btx" }).primaryKey(),
    provider: model.enum(["vnpay", "sepay"]),
    provider_transaction_id: model.text(),
    bank_name: model.text(),
    account_number: model.text(),
    direction: model.enum(["in", "out"]),
    amount_vnd: model.bigNumber(),
    surplus_vnd: model.bigNumber(),
    memo: model.text(),
    reference_code: model.text().nullable(),
    booked_at: model.dateTime(),
    intent: model.belongsTo(() => PaymentIntent, { mappedBy: "bank_transactions" }).nullable(),
    state: model.enum(["matched", "unmatched", "ignored", "resolved"]),
    reason: model.text(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    resolution_note: model.text().nullable(),
  })
  .indexes([
    { on: ["provider", "provider_transaction_id"], unique: true },
    // The same transfer told again under another id (a notice replayed by hand) is still the same transfer.
    {
      name: "IDX_bank_transaction_same_transfer_unique",
      on: ["provider", "account_number", "reference_code", "amount_vnd", "direction"],
      unique: true,
      where: "reference_code IS NOT NULL",
    },
    { on: ["state", "booked_at"] },
  ])
