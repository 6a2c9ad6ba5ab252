import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import OcopModule from "../modules/ocop"

/** `product.ocop_product`, `ocop_product.products`: a product on sale is at most one of the register, one of the register may be on sale often. */
export default defineLink(OcopModule.linkable.ocopProduct, { linkable: ProductModule.linkable.product, isList: true })
