import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import SellerModule from "../modules/seller"

/** `product.listing`: read through listing.product_id, so there is no second copy of the fact. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { linkable: { ...SellerModule.linkable.listing.id, primaryKey: "product_id" } },
  { readOnly: true },
)
