import { model } from "@medusajs/framework/utils"

/** What the simulated VNPay knows of one pay request. Kept in the database: a gateway remembers, whatever we forget. */
export const SandboxPayment = model
  .define("sandbox_vnpay_payment", {
    id: model.id({ prefix: "sbxpay" }).primaryKey(),
    tmn_code: model.text(),
    txn_ref: model.text(),
    /** vnp_Amount, in hundredths of a đồng. */
    amount: model.text(),
    order_info: model.text(),
    create_date: model.text(),
    bank_code: model.text(),
    response_code: model.text().nullable(),
    /** 01 until the buyer decided. */
    transaction_status: model.text().default("01"),
    transaction_no: model.text().nullable(),
    pay_date: model.text().nullable(),
    ipn_url: model.text(),
    /** What its API does when it is asked about this payment. */
    query_plan: model.enum(["answer", "silent", "forged", "too_often"]).default("answer"),
    refund_plan: model.enum(["accept", "reject", "refuse", "busy", "slow", "silent"]).default("accept"),
  })
  .indexes([{ on: ["tmn_code", "txn_ref"], unique: true }])
