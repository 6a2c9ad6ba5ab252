import { model } from "@medusajs/framework/utils"

/** Who said or did what about money by hand, and when. Rows are only ever added; the database refuses the rest. */
export const PaymentAuditEntry = model
  .define("payment_audit_entry", {
    id: model.id({ prefix: "paud" }).primaryKey(),
    sequence: model.autoincrement(),
    /** Id of the bank transaction, refund or connection it is about. */
    subject_id: model.text(),
    action: model.text(),
    actor_id: model.text(),
    actor_name: model.text().nullable(),
    note: model.text().nullable(),
    data: model.json(),
  })
  .indexes([{ on: ["subject_id"] }])
