import { model } from "@medusajs/framework/utils"

/**
 * A transfer on the books told once more: by whom, and under which id. Who tells of one transfer tells it under one id,
 * so another id of the same teller is of another transfer (rules/second-transfer).
 */
export const BankTelling = model
  .define("bank_telling", {
    id: model.id({ prefix: "btl" }).primaryKey(),
    bank_transaction_id: model.text(),
    provider: model.enum(["sepay", "payos", "casso"]),
    channel: model.text(),
    provider_transaction_id: model.text(),
    booked_at: model.dateTime(),
  })
  .indexes([{ on: ["provider", "channel", "provider_transaction_id"], unique: true }, { on: ["bank_transaction_id"] }])
