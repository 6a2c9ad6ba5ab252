import { validated } from "@cho-phien/administrative-units"
import { linkListingToRegisterWorkflow, notLinked, registerEntryOf } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

const Params = z.object({ id: z.string().min(1).max(100), product_id: z.string().min(1).max(100) })

/** The listing is not this product after all; its badge goes. */
export const POST = validated({ params: Params }, async (req: OfficialRequest, res: MedusaResponse, { params }) => {
  await requireProductInScope(req, params.id)
  if ((await registerEntryOf(req.scope, [params.product_id])).get(params.product_id) !== params.id) throw notLinked()
  const actor = deskActorOf(req)
  await linkListingToRegisterWorkflow(req.scope).run({ input: { product_id: params.product_id, ocop_product_id: null, actor_id: actor.id, actor } })
  res.json({ link: { product_id: params.product_id, ocop_product_id: null } })
})
