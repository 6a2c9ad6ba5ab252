import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import certificateLink from "../links/quality-certificate-product"
import { certificateState, isChecked, isLapsed, type CertificateState } from "../modules/quality-certificate/rules/certificate-state"
import { KIND_FACTS, type QualityKind } from "../modules/quality-certificate/rules/kinds"
import type { QualityCertificateDto } from "../modules/quality-certificate/service"

/** What buyers are told of a paper that somebody looked at. One that nobody confirmed is not told at all. */
export type QualityBadge = {
  id: string
  kind: QualityKind
  /** Carried as a mark on cards and titles, smaller first; null: told in the trust block alone, or no longer in force. */
  mark_rank: number | null
  number: string | null
  holder_name: string
  issuer: string | null
  issued_on: CivilDate | null
  expires_on: CivilDate | null
  state: Extract<CertificateState, "valid" | "expiring" | "expired" | "revoked">
  /** The day in Viet Nam on which it was confirmed. */
  checked_on: CivilDate | null
  illustrative: boolean
}

type LinkRow = { product_id: string; quality_certificate?: QualityCertificateDto }

/** Papers of products on sale, keyed by product id: those in force first, by rank; then those that lapsed. */
export async function fetchQualityBadges(container: MedusaContainer, productIds: string[], now = new Date()): Promise<Map<string, QualityBadge[]>> {
  const badges = new Map<string, QualityBadge[]>()
  if (productIds.length === 0) return badges
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: certificateLink.entryPoint,
    fields: ["product_id", "quality_certificate.*"],
    filters: { product_id: [...new Set(productIds)] },
  })
  const today = todayInVietnam(now)
  for (const { product_id, quality_certificate: paper } of data as unknown as LinkRow[]) {
    if (!paper || !(isChecked(paper, today) || isLapsed(paper, today))) continue
    const { id, number, holder_name, issuer, issued_on, expires_on, illustrative } = paper
    const badge: QualityBadge = {
      id,
      kind: paper.kind,
      mark_rank: isChecked(paper, today) ? KIND_FACTS[paper.kind].mark_rank : null,
      number,
      holder_name,
      issuer,
      issued_on,
      expires_on,
      state: certificateState(paper, today) as QualityBadge["state"],
      checked_on: paper.reviewed_at ? todayInVietnam(new Date(paper.reviewed_at)) : null,
      illustrative,
    }
    badges.set(product_id, [...(badges.get(product_id) ?? []), badge])
  }
  for (const list of badges.values()) list.sort(inOrder)
  return badges
}

const LAPSED = new Set<QualityBadge["state"]>(["expired", "revoked"])

function inOrder(a: QualityBadge, b: QualityBadge): number {
  const lapsed = Number(LAPSED.has(a.state)) - Number(LAPSED.has(b.state))
  return lapsed || (a.mark_rank ?? 99) - (b.mark_rank ?? 99) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1)
}
