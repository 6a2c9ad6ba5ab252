import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import QualityCertificateModule from "../modules/quality-certificate"

/** `product.quality_certificates`, `quality_certificate.products`: the very goods a paper is about, chosen before anybody looks at it. */
export default defineLink(
  { linkable: QualityCertificateModule.linkable.qualityCertificate, isList: true },
  { linkable: ProductModule.linkable.product, isList: true },
)
