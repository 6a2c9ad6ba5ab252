import { model } from "@medusajs/framework/utils"
import { PaymentIntent } from "./payment-intent"

/** One trip to VNPay. A retry is a new attempt with a new TxnRef; every attempt stays payable until it expires. */
export const PaymentAttempt = model
  .define("payment_attempt", {
    id: model.id({ prefix: "pat" }).primaryKey(),
    intent: model.belongsTo(() => PaymentIntent, { mappedBy: "attempts" }),
    tmn_code: model.text(),
    txn_ref: model.text(),
    amount_vnd: model.bigNumber(),
    status: model.enum(["open", "pending", "suspected", "succeeded", "failed"]),
    /** vnp_CreateDate as sent: querydr and refund ask for it again. */
    vnpay_create_date: model.text(),
    expires_at: model.dateTime(),
    transaction_no: model.text().nullable(),
    bank_code: model.text().nullable(),
    response_code: model.text().nullable(),
    transaction_status: model.text().nullable(),
    finished_at: model.dateTime().nullable(),
    /** When VNPay first said that it suspects the payment. */
    suspected_at: model.dateTime().nullable(),
    /** Until when an operator keeps waiting for VNPay's word on it, beyond the rule. */
    held_until: model.dateTime().nullable(),
    /** What VNPay's genqr gave for this attempt: the text of a QR for banking apps. */
    qr_content: model.text().nullable(),
    /** The browser came back from VNPay, whatever it said. */
    returned_at: model.dateTime().nullable(),
    /** When VNPay is asked (querydr) what became of it, while nobody told us. */
    next_query_at: model.dateTime().nullable(),
    queries: model.number().default(0),
  })
  .indexes([
    { on: ["tmn_code", "txn_ref"], unique: true },
    // The settling job walks this one: only what is not known yet is in it.
    { on: ["next_query_at"], where: "status IN ('open', 'pending', 'suspected')" },
  ])
