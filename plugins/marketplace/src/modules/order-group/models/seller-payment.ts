import { model } from "@medusajs/framework/utils"
import OrderGroup from "./order-group"

/**
 * What one seller's order is to be paid, and how far that has come.
 *
 *     pending → applying → paid → refunded
 *     pending → expired | canceled            (compare-and-swap: a payment and a cancel can't both win)
 */
const SellerPayment = model
  .define("seller_payment", {
    id: model.id({ prefix: "selpay" }).primaryKey(),
    seller_id: model.text().index(),
    order_id: model.text().unique(),
    payment_collection_id: model.text(),
    payment_session_id: model.text().unique(),
    /** VietQR: an intent of its own. VNPay: the one intent of the group. */
    intent_id: model.text().index(),
    rail: model.enum(["vietqr", "vnpay"]),
    amount_vnd: model.bigNumber(),
    state: model.enum(["pending", "applying", "paid", "expired", "canceled", "refunded"]).default("pending"),
    expires_at: model.dateTime(),
    /** When `applying` was entered: a crash between the provider's answer and `paid` leaves it behind. */
    applying_since: model.dateTime().nullable(),
    paid_at: model.dateTime().nullable(),
    /** When the Medusa order of an expired or cancelled payment was cancelled and its stock freed. */
    closed_at: model.dateTime().nullable(),
    /** Money that came after expiry or cancel. The order stays cancelled; a person decides on the refund. */
    late_at: model.dateTime().nullable(),
    order_group: model.belongsTo(() => OrderGroup, { mappedBy: "payments" }),
  })
  .indexes([{ on: ["state", "expires_at"] }])

export default SellerPayment
