import { model } from "@medusajs/framework/utils"
import { PaymentIntent } from "./payment-intent"

/** Money to give back. Neither rail refunds by itself here: `requires_action` waits for a person to transfer it. */
export const PaymentRefund = model
  .define("payment_refund", {
    id: model.id({ prefix: "re" }).primaryKey(),
    intent: model.belongsTo(() => PaymentIntent, { mappedBy: "refunds" }),
    amount_vnd: model.bigNumber(),
    status: model.enum(["requires_action", "succeeded", "failed", "canceled"]),
    reason: model.text(),
    idempotency_key: model.text(),
  })
  .indexes([{ on: ["idempotency_key"], unique: true }])
