import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import certificateLink from "../links/quality-certificate-product"
import type { FoundCertificate } from "../modules/quality-certificate/service"

export type CertifiedProduct = { id: string; handle: string; title: string; status: string }

/** The goods each paper is about, keyed by certificate id. */
export async function productsOfCertificates(container: MedusaContainer, ids: string[]): Promise<Map<string, CertifiedProduct[]>> {
  const products = new Map<string, CertifiedProduct[]>()
  if (ids.length === 0) return products
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: certificateLink.entryPoint,
    fields: ["quality_certificate_id", "product.id", "product.handle", "product.title", "product.status"],
    filters: { quality_certificate_id: ids },
  })
  for (const { quality_certificate_id, product } of data as unknown as { quality_certificate_id: string; product?: CertifiedProduct }[]) {
    if (!product) continue
    const { id, handle, title, status } = product
    products.set(quality_certificate_id, [...(products.get(quality_certificate_id) ?? []), { id, handle, title, status }])
  }
  return products
}

/** A paper as its shop, the officials of its place and the operator may read it. */
export function presentCertificate(found: FoundCertificate, products: CertifiedProduct[]) {
  return {
    id: found.id,
    seller_id: found.seller_id,
    commune_code: found.commune_code,
    kind: found.kind,
    number: found.number,
    holder_name: found.holder_name,
    issuer: found.issuer,
    scope_text: found.scope_text,
    issued_on: found.issued_on,
    expires_on: found.expires_on,
    review: found.review,
    review_reason: found.review_reason,
    reviewed_by: found.reviewed_by,
    reviewed_at: found.reviewed_at,
    revoked_on: found.revoked_on,
    revocation_reason: found.revocation_reason,
    state: found.state,
    term: found.term,
    evidence: found.evidence_key ? { name: found.evidence_name, type: found.evidence_type, bytes: found.evidence_bytes, sha256: found.evidence_sha256 } : null,
    products,
    illustrative: found.illustrative,
    created_at: found.created_at,
    log: found.events.map((event) => ({ action: event.action, by: event.actor_name, by_type: event.actor_type, reason: event.reason, at: event.created_at })),
  }
}
