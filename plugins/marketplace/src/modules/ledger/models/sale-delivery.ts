import { model } from "@medusajs/framework/utils"

/** When the goods of a sale left and arrived, as the orders say; noted here because a payout may depend on it. */
const SaleDelivery = model.define("sale_delivery", {
  id: model.id({ prefix: "sdel" }).primaryKey(),
  order_id: model.text().unique(),
  shipped_at: model.dateTime().nullable(),
  delivered_at: model.dateTime().nullable(),
})

export default SaleDelivery
