import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchOwnListings } from "../../../queries/fetch-listings"
import { actingSellerId } from "../../require-active-member"
import { actingMember } from "./acting-member"

/** The shop's papers about quality, newest first, with what became of each. */
export const GET = validated({ query: qualityCertificates.CertificatesQuery }, (req: AuthenticatedMedusaRequest, res, { query }) =>
  qualityCertificates.answerCertificates(req, res, { seller_id: actingSellerId(req) }, query),
)

/** Hands in a paper for some of the shop's own goods. It is told to buyers only after somebody has looked at it. */
export const POST = validated({ body: qualityCertificates.CertificateBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const { shop, actor } = await actingMember(req)
  const own = await fetchOwnListings(req.scope, { productIds: body.product_ids, filters: { sellerId: shop.id } })
  await qualityCertificates.answerAdd(req, res, shop, new Set(own.map(({ id }) => id)), actor, body)
})
