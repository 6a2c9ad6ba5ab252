import { model } from "@medusajs/framework/utils"

/** How long a payment that VNPay suspects is waited for, from a moment on. Rows are only added: they are also the record of who decided. */
export const SuspicionRule = model
  .define("suspicion_rule", {
    id: model.id({ prefix: "srule" }).primaryKey(),
    hours: model.number(),
    effective_from: model.dateTime(),
    reason: model.text(),
    set_by: model.text(),
  })
  .indexes([{ on: ["effective_from"] }])
