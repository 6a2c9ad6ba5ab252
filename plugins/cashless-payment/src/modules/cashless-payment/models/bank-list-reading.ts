import { model } from "@medusajs/framework/utils"

/** When the operator's own list at an aggregator was last read whole; a payee's says so itself (`payee_webhook.last_listed_at`). */
export const BankListReading = model
  .define("bank_list_reading", {
    id: model.id({ prefix: "blr" }).primaryKey(),
    provider: model.enum(["sepay", "payos", "casso"]),
    read_at: model.dateTime(),
  })
  .indexes([{ on: ["provider"], unique: true }])
