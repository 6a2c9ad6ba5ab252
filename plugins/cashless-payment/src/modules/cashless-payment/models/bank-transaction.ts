import { model } from "@medusajs/framework/utils"
import { PaymentIntent } from "./payment-intent"

/** Anything but the payment of one intent to the đồng. Of what is that and never was anything else, this holds nothing. */
export const BEYOND_PAYMENTS = "state <> 'matched' OR reason <> 'exact' OR surplus_vnd > 0 OR resolved_at IS NOT NULL"

/** Money that moved, whether or not we know whose it is. `unmatched` ones wait at the desk for a person. */
export const BankTransaction = model
  .define("bank_transaction", {
    id: model.id({ prefix: "btx" }).primaryKey(),
    /** `manual`: the payee said so by hand. */
    provider: model.enum(["vnpay", "sepay", "payos", "casso", "manual"]),
    /** Who spoke: `house` (the operator's own account with the provider), or the id of a payee's connection. */
    channel: model.text().default("house"),
    /** How it was heard: pushed to us, found in the provider's list, or told by a person. */
    heard_by: model.enum(["notice", "list", "hand"]).default("notice"),
    provider_transaction_id: model.text(),
    bank_name: model.text(),
    /** The bank of this account; null where the aggregator's name for it says nothing: then the number alone names nobody. */
    bank_bin: model.text().nullable(),
    account_number: model.text(),
    direction: model.enum(["in", "out"]),
    amount_vnd: model.bigNumber(),
    surplus_vnd: model.bigNumber(),
    memo: model.text(),
    reference_code: model.text().nullable(),
    /** Account number, reference, amount and direction, and from the second transfer under one reference on the how manieth: with `transfer_bin`, what makes two notices one transfer, whoever told them. */
    transfer_key: model.text().nullable(),
    /** The bank of the account in that key, as sharply as the teller may say it (rules/bank-notice `accountOf`). */
    transfer_bin: model.text().nullable(),
    counter_bank_bin: model.text().nullable(),
    counter_bank_name: model.text().nullable(),
    counter_account_number: model.text().nullable(),
    counter_account_name: model.text().nullable(),
    booked_at: model.dateTime(),
    intent: model.belongsTo(() => PaymentIntent, { mappedBy: "bank_transactions" }).nullable(),
    state: model.enum(["matched", "unmatched", "ignored", "resolved"]),
    reason: model.text(),
    /** On what was said by hand: the bank's own notice of the same money, once it came. */
    confirmed_by_id: model.text().nullable(),
    /** Of `perhaps_told`: the row of the transfer that this may be told of once more. */
    may_repeat_id: model.text().nullable(),
    /** Of what a person assigned: on whose account the money lies. With the house it is owed to the payee it pays. */
    lies_with: model.enum(["house", "payee"]).nullable(),
    /** Whether it lies on the house's own bank account (PAYMENT_ACCOUNT_*), as was decided when it was taken; null: from before that was asked, and VNPay's. */
    on_house_account: model.boolean().nullable(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    resolution_note: model.text().nullable(),
  })
  .indexes([
    // Per channel: what one payee's provider calls 7 must never stand in for another's 7.
    { name: "IDX_bank_transaction_told_as_unique", on: ["provider", "channel", "provider_transaction_id"], unique: true },
    // The same transfer told again, under another id or by another provider, is still the same transfer.
    { name: "IDX_bank_transaction_transfer_at_bank_unique", on: ["transfer_key", "transfer_bin"], unique: true, where: "transfer_key IS NOT NULL AND transfer_bin IS NOT NULL" },
    { name: "IDX_bank_transaction_transfer_unique", on: ["transfer_key"], unique: true, where: "transfer_key IS NOT NULL AND transfer_bin IS NULL" },
    { on: ["state", "booked_at"] },
    { name: "IDX_bank_transaction_lies_with_house", on: ["updated_at"], where: "lies_with = 'house'" },
    { name: "IDX_bank_transaction_beyond_payments", on: ["updated_at"], where: `(${BEYOND_PAYMENTS})` },
    { name: "IDX_bank_transaction_on_house_account", on: ["updated_at"], where: `on_house_account AND (${BEYOND_PAYMENTS})` },
    { name: "IDX_bank_transaction_house_account_undecided", on: ["id"], where: `on_house_account IS NULL AND provider <> 'vnpay' AND direction = 'in' AND (${BEYOND_PAYMENTS})` },
  ])
