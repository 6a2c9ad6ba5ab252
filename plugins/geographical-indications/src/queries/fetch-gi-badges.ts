import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import rightOfUseLink from "../links/right-of-use-product"
import { isRightInForce } from "../modules/geographical-indications/rules/right-of-use"
import type { GiDto, RightOfUseDto } from "../modules/geographical-indications/service"

/** What a product on sale may say about a geographical indication, while its right of use holds. */
export type GiBadge = {
  gi_handle: string
  name: string
  product: string
  /** null while no source confirms it */
  certificate_no: string | null
  /** whether a source confirms that the indication is registered */
  confirmed: boolean
  document_no: string
  issued_by: string
  expires_on: CivilDate | null
  illustrative: boolean
}

type LinkRow = { product_id: string; right_of_use?: RightOfUseDto & { gi: GiDto } }

/** The badges of products on sale, keyed by product id. Absent: products without a right of use in force. */
export async function fetchGiBadges(container: MedusaContainer, productIds: string[], now = new Date()): Promise<Map<string, GiBadge>> {
  if (productIds.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: rightOfUseLink.entryPoint,
    fields: ["product_id", "right_of_use.*", "right_of_use.gi.*"],
    filters: { product_id: [...new Set(productIds)] },
  })
  const today = todayInVietnam(now)
  const badges = new Map<string, GiBadge>()
  for (const { product_id, right_of_use: right } of data as unknown as LinkRow[]) {
    if (!right || !isRightInForce(right, today)) continue
    badges.set(product_id, {
      gi_handle: right.gi.handle,
      name: right.gi.name,
      product: right.gi.product,
      certificate_no: right.gi.number_confirmed ? right.gi.certificate_no : null,
      confirmed: right.gi.confirmed,
      document_no: right.document_no,
      issued_by: right.issued_by,
      expires_on: right.expires_on,
      illustrative: right.illustrative,
    })
  }
  return badges
}
