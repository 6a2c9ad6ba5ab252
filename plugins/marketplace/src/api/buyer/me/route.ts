import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { fetchBuyer } from "../../../queries/fetch-buyer"
import { actingBuyer } from "../../require-buyer"
import { ProfileBody } from "../validators"

/** GET /buyer/me → {buyer}, with the saved addresses. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json({ buyer: await fetchBuyer(req.scope, actingBuyer(req)) })
})

/** POST /buyer/me {name} → {buyer}. */
export const POST = validated({ body: ProfileBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const buyer = actingBuyer(req)
  await req.scope.resolve(Modules.CUSTOMER).updateCustomers(buyer.customerId, { first_name: body.name })
  res.json({ buyer: await fetchBuyer(req.scope, buyer) })
})
