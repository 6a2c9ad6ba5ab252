import { model } from "@medusajs/framework/utils"

/** Somebody who is paid straight to a bank account of their own: Stripe's connected Account. */
export const PaymentAccount = model
  .define("payment_account", {
    id: model.id({ prefix: "acct" }).primaryKey(),
    /** The owner's id in the plugin that registered it, e.g. a seller's; null: made through /v1. */
    reference: model.text().nullable(),
    name: model.text().nullable(),
    email: model.text().nullable(),
    bin: model.text().nullable(),
    bank_name: model.text().nullable(),
    account_number: model.text().nullable(),
    account_name: model.text().nullable(),
    metadata: model.json(),
  })
  .indexes([{ on: ["reference"], unique: true, where: "reference IS NOT NULL" }])
