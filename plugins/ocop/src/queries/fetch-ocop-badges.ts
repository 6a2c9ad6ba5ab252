import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import registerLink from "../links/ocop-product-product"
import { currentStars, latestRecognition, recognitionStatus, type RecognitionStatus, type Stars } from "../modules/ocop/rules/recognition-status"
import type { OcopProductDto, RecognitionDto } from "../modules/ocop/service"

/** What a product on sale may say about OCOP. `stars` is null as soon as the certificate does not hold. */
export type OcopBadge = {
  stars: Stars | null
  /** id of the product in the register */
  product_id: string
  product_name: string
  producer_name: string | null
  certificate_code: string
  decision_no: string | null
  issued_by: string | null
  issued_on: CivilDate
  expires_on: CivilDate
  status: RecognitionStatus
  illustrative: boolean
}

type LinkRow = { product_id: string; ocop_product?: OcopProductDto & { recognitions?: RecognitionDto[] } }

/**
 * The OCOP badges of products on sale, keyed by product id. Absent: products that are linked to nothing in the register
 * or to an entry that was never recognised.
 */
export async function fetchOcopBadges(container: MedusaContainer, productIds: string[], now = new Date()): Promise<Map<string, OcopBadge>> {
  if (productIds.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: registerLink.entryPoint,
    fields: ["product_id", "ocop_product.*", "ocop_product.recognitions.*"],
    filters: { product_id: [...new Set(productIds)] },
  })
  const today = todayInVietnam(now)
  const badges = new Map<string, OcopBadge>()
  for (const { product_id, ocop_product } of data as unknown as LinkRow[]) {
    const badge = ocop_product && badgeOf(ocop_product, ocop_product.recognitions ?? [], today)
    if (badge) badges.set(product_id, badge)
  }
  return badges
}

function badgeOf(product: OcopProductDto, recognitions: RecognitionDto[], today: CivilDate): OcopBadge | null {
  const latest = latestRecognition(recognitions, today)
  if (!latest) return null
  return {
    stars: currentStars(recognitions, today),
    product_id: product.id,
    product_name: product.name,
    producer_name: product.producer_name,
    certificate_code: latest.certificate_code,
    decision_no: latest.decision_no,
    issued_by: latest.issued_by,
    issued_on: latest.issued_on,
    expires_on: latest.expires_on,
    status: recognitionStatus(latest, today),
    illustrative: latest.illustrative || product.illustrative,
  }
}
