import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { buyerErrors } from "../../../../../buyer/errors"
import { fetchBuyer } from "../../../../../queries/fetch-buyer"
import { actingBuyer } from "../../../../require-buyer"
import { IdParams } from "../../../validators"

/** POST /buyer/addresses/:id/remove → {buyer}; another buyer's is a 404. */
export const POST = validated({ params: IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const buyer = actingBuyer(req)
  const customers = req.scope.resolve(Modules.CUSTOMER)
  const [own] = await customers.listCustomerAddresses({ id: params.id, customer_id: buyer.customerId })
  if (!own) throw buyerErrors.addressNotFound()
  await customers.deleteCustomerAddresses(own.id)
  res.json({ buyer: await fetchBuyer(req.scope, buyer) })
})
