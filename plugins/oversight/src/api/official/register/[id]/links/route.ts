import { validated } from "@cho-phien/administrative-units"
import { linkedElsewhere, linkListingToRegisterWorkflow, registerDesk, registerEntryOf } from "@cho-phien/ocop"
import { fetchOwnListings, listingNotFound } from "@cho-phien/marketplace"
import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { deskActorOf, requireProductInScope } from "../../../../register-desk"
import type { OfficialRequest } from "../../../../require-official"

const Body = z.strictObject({ product_id: z.string().min(1).max(100) })

/** Says that a listing is this product of the register; its badge follows. */
export const POST = validated({ params: registerDesk.ProductParams, body: Body }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  const [listing] = await fetchOwnListings(req.scope, { productIds: [body.product_id], filters: { status: ["published", "proposed"] } })
  if (!listing) throw listingNotFound()
  // An official of here takes nothing away from an entry of elsewhere.
  const former = (await registerEntryOf(req.scope, [listing.id])).get(listing.id)
  if (former && former !== params.id) throw linkedElsewhere()
  const actor = deskActorOf(req)
  await linkListingToRegisterWorkflow(req.scope).run({ input: { product_id: listing.id, ocop_product_id: params.id, actor_id: actor.id, actor } })
  res.json({ link: { product_id: listing.id, ocop_product_id: params.id } })
})
