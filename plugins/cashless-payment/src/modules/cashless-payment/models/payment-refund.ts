import { model } from "@medusajs/framework/utils"
import { REFUND_STATUSES } from "../rules/refund-state"
import { PaymentIntent } from "./payment-intent"

/**
 * Money to give back. `method` says how: `vnpay` is asked of VNPay's API, which answers late (`pending`);
 * `by_hand` waits for a person to transfer it (`requires_action`).
 */
export const PaymentRefund = model
  .define("payment_refund", {
    id: model.id({ prefix: "re" }).primaryKey(),
    intent: model.belongsTo(() => PaymentIntent, { mappedBy: "refunds" }),
    amount_vnd: model.bigNumber(),
    status: model.enum([...REFUND_STATUSES]),
    method: model.enum(["vnpay", "by_hand"]).default("by_hand"),
    reason: model.text(),
    idempotency_key: model.text(),
    metadata: model.json().nullable(),
    /** What of the charge's transfer and fee goes back with it (rules/charge-parts); null: no caller of /v1 asked for this refund. */
    charge_parts: model.json().nullable(),
    /** The payment at VNPay that is given back, whole or in part. */
    attempt_id: model.text().nullable(),
    /** vnp_RequestId and vnp_CreateDate, kept before they are sent: the same two again are the same request to VNPay. */
    request_id: model.text().nullable(),
    request_date: model.text().nullable(),
    /** VNPay took the request on; from then on it is only asked about. */
    accepted_at: model.dateTime().nullable(),
    transaction_no: model.text().nullable(),
    response_code: model.text().nullable(),
    transaction_status: model.text().nullable(),
    failure_reason: model.text().nullable(),
    tries: model.number().default(0),
    next_try_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
    settled_by: model.text().nullable(),
    settlement_note: model.text().nullable(),
  })
  .indexes([
    { on: ["idempotency_key"], unique: true },
    { on: ["attempt_id"] },
    // The refund job walks this one: only what VNPay still has to be asked about is in it.
    { on: ["next_try_at"], where: "status = 'pending'" },
    // What is to go back by hand is looked for among the few that are open or ended lately, not among all payments.
    { name: "IDX_payment_refund_open", on: ["status"], where: "status IN ('requires_action', 'pending')" },
    { name: "IDX_payment_refund_settled_by_hand", on: ["settled_at"], where: "method = 'by_hand'" },
  ])
