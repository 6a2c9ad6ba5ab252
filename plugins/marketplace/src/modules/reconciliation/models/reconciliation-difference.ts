import { model } from "@medusajs/framework/utils"
import { DIFFERENCE_KINDS } from "../rules/compare-day"

/** Something on which two of the three counts disagree: open until it is gone by itself or a person says what was done. */
const ReconciliationDifference = model
  .define("reconciliation_difference", {
    id: model.id({ prefix: "diff" }).primaryKey(),
    day: model.text(),
    kind: model.enum([...DIFFERENCE_KINDS]),
    /** An intent, an order or a bank transaction. */
    subject: model.text(),
    rail: model.text(),
    order_id: model.text().nullable(),
    gateway_vnd: model.bigNumber(),
    orders_vnd: model.bigNumber(),
    books_vnd: model.bigNumber(),
    state: model.enum(["open", "gone", "resolved"]).default("open"),
    resolved_by: model.text().nullable(),
    resolution: model.text().nullable(),
  })
  .indexes([
    { on: ["day", "kind", "subject"], unique: true },
    { on: ["state", "day"] },
  ])

export default ReconciliationDifference
