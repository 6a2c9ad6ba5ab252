import { model } from "@medusajs/framework/utils"

/** When the operator's own list at an aggregator was last read whole, and what stands in the way since; a payee's says so itself (`payee_webhook.last_listed_at`). */
export const BankListReading = model
  .define("bank_list_reading", {
    id: model.id({ prefix: "blr" }).primaryKey(),
    provider: model.enum(["sepay", "payos", "casso"]),
    /** Null: never; it is read from when it was first asked (`created_at`). */
    read_at: model.dateTime().nullable(),
    problem: model.text().nullable(),
  })
  .indexes([{ on: ["provider"], unique: true }])
