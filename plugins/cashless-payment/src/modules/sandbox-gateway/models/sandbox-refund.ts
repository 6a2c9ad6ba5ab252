import { model } from "@medusajs/framework/utils"

/** A refund the simulated VNPay took on. A request id is taken once a day, as VNPay's documentation says. */
export const SandboxRefund = model
  .define("sandbox_vnpay_refund", {
    id: model.id({ prefix: "sbxref" }).primaryKey(),
    payment_id: model.text(),
    request_id: model.text(),
    request_day: model.text(),
    amount: model.text(),
    transaction_type: model.text(),
    transaction_no: model.text(),
    plan: model.enum(["accept", "reject", "slow"]),
    /** How often it was asked about: each time it is one step further. */
    asked: model.number().default(0),
    sequence: model.autoincrement(),
  })
  .indexes([{ on: ["request_id", "request_day"], unique: true }, { on: ["payment_id"] }])
