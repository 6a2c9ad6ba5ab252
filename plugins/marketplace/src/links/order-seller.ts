import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import SellerModule from "../modules/seller"

/** `order.seller`, `seller.orders`: every order belongs to exactly one seller. */
export default defineLink({ linkable: OrderModule.linkable.order, isList: true }, SellerModule.linkable.seller)
