import { model } from "@medusajs/framework/utils"

/** A bank account somebody compared with the seller's papers (Law 122/2025/QH15, art. 21.2.b). The newest row counts. */
const PayoutAccount = model
  .define("payout_account", {
    id: model.id({ prefix: "poa" }).primaryKey(),
    seller_id: model.text(),
    bank_bin: model.text(),
    bank_name: model.text(),
    account_number: model.text(),
    account_name: model.text(),
    note: model.text(),
    verified_by: model.text(),
    /** A changed account waits: whoever broke into a shop can't have the next payout. */
    usable_from: model.dateTime(),
  })
  .indexes([{ on: ["seller_id", "created_at"] }])

export default PayoutAccount
