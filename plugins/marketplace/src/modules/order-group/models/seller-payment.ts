import { model } from "@medusajs/framework/utils"
import OrderGroup from "./order-group"

/**
 * What one seller's order is to be paid, and how far that has come.
 *
 *     pending → applying → paid → refunded     (refunded: the whole order was cancelled after it was paid)
 *     pending → expired | canceled
 *     pending → reopening → pending            (another rail, or another amount: a new intent and session)
 *
 * Every arrow is a compare-and-swap under the row's lock: of a payment, a cancel, a change of rail and a shipment at
 * the same moment exactly one wins.
 */
const SellerPayment = model
  .define("seller_payment", {
    id: model.id({ prefix: "selpay" }).primaryKey(),
    seller_id: model.text().index(),
    order_id: model.text().unique(),
    payment_collection_id: model.text(),
    payment_session_id: model.text().unique(),
    /** VietQR: an intent of its own. VNPay: one intent for the group's open orders. Cash on delivery: none. */
    intent_id: model.text().index().nullable(),
    rail: model.enum(["vietqr", "vnpay", "cod"]),
    /** What is asked for, and once paid, what was paid. Frozen as long as an intent asks for it. */
    amount_vnd: model.bigNumber(),
    /** What lines cancelled by the seller took off the order's total. */
    canceled_vnd: model.bigNumber().default(0),
    state: model.enum(["pending", "applying", "reopening", "paid", "expired", "canceled", "refunded"]).default("pending"),
    /** Until when to pay; with cash on delivery, until when the seller must have confirmed. */
    expires_at: model.dateTime(),
    /** When `applying` or `reopening` was entered: a crash in the middle leaves it behind, and the sweep takes it up. */
    applying_since: model.dateTime().nullable(),
    /** While `reopening`: to which rail, and the run's key, which makes repeating it harmless. */
    reopening_to: model.enum(["vietqr", "vnpay", "cod"]).nullable(),
    reopening_key: model.text().nullable(),
    /** While `reopening`: the former VietQR payment whose late money pays the order; null when somebody wished for the change. */
    reopening_for: model.text().nullable(),
    paid_at: model.dateTime().nullable(),
    /** Cash on delivery: the seller said yes to the order. */
    confirmed_at: model.dateTime().nullable(),
    /** The seller began to ship: from here on nobody cancels. */
    shipping_at: model.dateTime().nullable(),
    /** When the Medusa order of an expired, cancelled or refunded payment was cancelled and its stock freed. */
    closed_at: model.dateTime().nullable(),
    /** Money that came after expiry or cancel. The order stays cancelled; a person decides on the refund. */
    late_at: model.dateTime().nullable(),
    order_group: model.belongsTo(() => OrderGroup, { mappedBy: "payments" }),
  })
  .indexes([{ on: ["state", "expires_at"] }])

export default SellerPayment
