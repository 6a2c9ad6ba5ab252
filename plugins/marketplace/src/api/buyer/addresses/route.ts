import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { saveBuyerAddress } from "../../../buyer/save-address"
import { fetchBuyer } from "../../../queries/fetch-buyer"
import { actingBuyer } from "../../require-buyer"
import { namedDestination } from "../../store/carts/named-destination"
import { AddressBody } from "../../store/carts/validators"

/** POST /buyer/addresses with the fields of an address → {buyer}. The same address again changes nothing. */
export const POST = validated({ body: AddressBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const buyer = actingBuyer(req)
  await saveBuyerAddress(req.scope, buyer.customerId, { ...body, note: body.note || null, email: null, ...(await namedDestination(req.scope, body)) })
  res.json({ buyer: await fetchBuyer(req.scope, buyer) })
})
