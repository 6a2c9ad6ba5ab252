import { model } from "@medusajs/framework/utils"

/** Every genuine notice of a gateway or bank, once, exactly as it came. Written in the transaction that acts on it. */
export const PaymentInbox = model
  .define("payment_inbox", {
    id: model.id({ prefix: "pin" }).primaryKey(),
    provider: model.enum(["vnpay", "sepay", "payos", "casso", "manual"]),
    dedupe_key: model.text(),
    raw: model.text(),
    deliveries: model.number(),
    outcome: model.text().nullable(),
    intent_id: model.text().nullable(),
  })
  .indexes([{ on: ["provider", "dedupe_key"], unique: true }])
