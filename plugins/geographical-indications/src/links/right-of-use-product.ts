import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import GiModule from "../modules/geographical-indications"

/** `product.right_of_use`, `right_of_use.products`: a product on sale uses at most one indication, under one document. */
export default defineLink(GiModule.linkable.rightOfUse, { linkable: ProductModule.linkable.product, isList: true })
