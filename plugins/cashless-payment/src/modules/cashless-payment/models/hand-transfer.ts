import { model } from "@medusajs/framework/utils"

/**
 * Money a person sends back with a bank's app: where to, and whether it is done. Of a refund (`refund_id`) or of
 * money nobody's order may claim (`bank_transaction_id`).
 */
export const HandTransfer = model
  .define("hand_transfer", {
    id: model.id({ prefix: "htr" }).primaryKey(),
    refund_id: model.text().nullable(),
    bank_transaction_id: model.text().nullable(),
    amount_vnd: model.bigNumber(),
    state: model.enum(["waiting", "done", "canceled"]).default("waiting"),
    bank_bin: model.text().nullable(),
    bank_name: model.text().nullable(),
    account_number: model.text().nullable(),
    account_name: model.text().nullable(),
    bank_reference: model.text().nullable(),
    finished_at: model.dateTime().nullable(),
    finished_by: model.text().nullable(),
  })
  .indexes([
    { on: ["refund_id"], unique: true, where: "refund_id IS NOT NULL" },
    { on: ["bank_transaction_id"], unique: true, where: "bank_transaction_id IS NOT NULL AND state <> 'canceled'" },
    { on: ["state"] },
  ])
