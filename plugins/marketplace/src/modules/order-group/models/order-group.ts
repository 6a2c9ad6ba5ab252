import { model } from "@medusajs/framework/utils"
import SellerPayment from "./seller-payment"

/** One checkout of one cart. Each seller's part is an ordinary Medusa order, linked to it. */
const OrderGroup = model
  .define("order_group", {
    id: model.id({ prefix: "ogr" }).primaryKey(),
    /** The guard against two completions of one cart: a unique constraint, not only a lock. */
    cart_id: model.text().unique(),
    currency_code: model.text(),
    /** The rail chosen at the checkout; each order says itself which one it is on now. */
    rail: model.enum(["vietqr", "vnpay", "cod"]),
    total_vnd: model.bigNumber(),
    /** `creating` until orders, reservations and payments all exist; a failed run deletes the row. */
    status: model.enum(["creating", "placed"]).default("creating"),
    /**
     * Who ordered, who is told of it and may claim it by proving the phone (E.164): the account's, or the guest's own, which
     * need not be the parcel's. Null for checkouts before 22/11/2026: there the delivery's stands for it.
     */
    buyer_name: model.text().nullable(),
    buyer_phone: model.text().nullable(),
    payments: model.hasMany(() => SellerPayment, { mappedBy: "order_group" }),
  })
  .indexes([{ on: ["buyer_phone"], where: "buyer_phone is not null and deleted_at is null" }])

export default OrderGroup
