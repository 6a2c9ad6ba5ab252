import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import rightOfUseLink from "../links/right-of-use-product"
import { isProtected, isRightInForce } from "../modules/geographical-indications/rules/right-of-use"
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

/** The same of a collective or certification mark: never shown as an indication. */
export type MarkBadge = Omit<GiBadge, "gi_handle"> & { kind: "collective_mark" | "certification_mark"; mark_handle: string; owner: string | null }

type LinkRow = { product_id: string; right_of_use?: RightOfUseDto & { gi: GiDto } }

/** The badges of products on sale, keyed by product id. Absent: products without a right of use in force. */
export async function fetchGiBadges(container: MedusaContainer, productIds: string[], now = new Date()): Promise<Map<string, GiBadge>> {
  const badges = new Map<string, GiBadge>()
  for (const { product_id, right } of await rightsInForce(container, productIds, now)) {
    if (right.gi.kind === "geographical_indication") badges.set(product_id, { gi_handle: right.gi.handle, ...badgeFacts(right) })
  }
  return badges
}

/** The marks of products on sale, keyed by product id. */
export async function fetchMarkBadges(container: MedusaContainer, productIds: string[], now = new Date()): Promise<Map<string, MarkBadge>> {
  const badges = new Map<string, MarkBadge>()
  for (const { product_id, right } of await rightsInForce(container, productIds, now)) {
    const { kind, handle, owner } = right.gi
    if (kind !== "geographical_indication") badges.set(product_id, { kind, mark_handle: handle, owner, ...badgeFacts(right) })
  }
  return badges
}

async function rightsInForce(container: MedusaContainer, productIds: string[], now: Date) {
  if (productIds.length === 0) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: rightOfUseLink.entryPoint,
    fields: ["product_id", "right_of_use.*", "right_of_use.gi.*"],
    filters: { product_id: [...new Set(productIds)] },
  })
  const today = todayInVietnam(now)
  return (data as unknown as LinkRow[]).flatMap(({ product_id, right_of_use: right }) =>
    right && isRightInForce(right, today) && isProtected(right.gi, today) ? [{ product_id, right }] : [],
  )
}

function badgeFacts(right: RightOfUseDto & { gi: GiDto }): Omit<GiBadge, "gi_handle"> {
  return {
    name: right.gi.name,
    product: right.gi.product,
    certificate_no: right.gi.number_confirmed ? right.gi.certificate_no : null,
    confirmed: right.gi.confirmed,
    document_no: right.document_no,
    issued_by: right.issued_by,
    expires_on: right.expires_on,
    illustrative: right.illustrative,
  }
}
