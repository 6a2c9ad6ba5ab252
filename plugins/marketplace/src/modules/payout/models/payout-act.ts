import { model } from "@medusajs/framework/utils"

/** Who did what to a batch, when and why. Never changed or deleted (trigger). */
const PayoutAct = model
  .define("payout_act", {
    id: model.id({ prefix: "poact" }).primaryKey(),
    batch_id: model.text(),
    act: model.enum(["created", "approved", "canceled", "file_downloaded", "sent", "line_sent", "line_paid", "line_failed", "line_dropped", "line_reversed"]),
    line_id: model.text().nullable(),
    by: model.text(),
    note: model.text(),
  })
  .indexes([{ on: ["batch_id", "created_at"] }])

export default PayoutAct
