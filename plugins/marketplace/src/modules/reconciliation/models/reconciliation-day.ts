import { model } from "@medusajs/framework/utils"

/** The money of one day and rail, counted three ways, as it was when the report ran last. */
const ReconciliationDay = model
  .define("reconciliation_day", {
    id: model.id({ prefix: "recd" }).primaryKey(),
    day: model.text(),
    rail: model.text(),
    payments: model.number(),
    gateway_vnd: model.bigNumber(),
    /** Of `gateway_vnd`: came for a payment that was over, and goes back. */
    given_back_vnd: model.bigNumber().default(0),
    orders_vnd: model.bigNumber(),
    books_vnd: model.bigNumber(),
    ran_at: model.dateTime(),
  })
  .indexes([{ on: ["day", "rail"], unique: true }])

export default ReconciliationDay
