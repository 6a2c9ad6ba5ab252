import { model } from "@medusajs/framework/utils"

/** The inbox: every payment notice once per seller payment, with what was done about it. */
const PaymentEvent = model
  .define("payment_event", {
    id: model.id({ prefix: "payevt" }).primaryKey(),
    event_id: model.text(),
    intent_id: model.text().index(),
    /** Null when no order belongs to the intent: the money is kept for a person to look at. */
    seller_payment_id: model.text().nullable(),
    amount_received_vnd: model.bigNumber(),
    outcome: model.enum(["applied", "already_paid", "late", "amount_mismatch", "not_paid", "unknown_intent"]),
  })
  .indexes([{ on: ["event_id", "seller_payment_id"], unique: true }])

export default PaymentEvent
