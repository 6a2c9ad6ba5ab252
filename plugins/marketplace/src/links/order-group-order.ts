import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import OrderGroupModule from "../modules/order-group"

/** `order_group.orders`, `order.order_group`: a checkout has one order per seller. */
export default defineLink(OrderGroupModule.linkable.orderGroup, { linkable: OrderModule.linkable.order, isList: true })
