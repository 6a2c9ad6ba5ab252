import { model } from "@medusajs/framework/utils"
import SellerPayment from "./seller-payment"

/** One checkout of one cart. Each seller's part is an ordinary Medusa order, linked to it. */
const OrderGroup = model.define("order_group", {
  id: model.id({ prefix: "ogr" }).primaryKey(),
  /** The guard against two completions of one cart: a unique constraint, not only a lock. */
  cart_id: model.text().unique(),
  currency_code: model.text(),
  /** The rail chosen at the checkout; each order says itself which one it is on now. */
  rail: model.enum(["vietqr", "vnpay", "cod"]),
  total_vnd: model.bigNumber(),
  /** `creating` until orders, reservations and payments all exist; a failed run deletes the row. */
  status: model.enum(["creating", "placed"]).default("creating"),
  payments: model.hasMany(() => SellerPayment, { mappedBy: "order_group" }),
})

export default OrderGroup
