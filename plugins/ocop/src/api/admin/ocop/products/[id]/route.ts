import { validated } from "@cho-phien/administrative-units"
import { ProductParams } from "../../../../../http/register-desk"
import { fetchDeskProduct } from "../../../../../queries/fetch-desk-product"

/** A product of the register with its recognitions, where it is sold elsewhere, its confirmed producers and its history. */
export const GET = validated({ params: ProductParams }, async (req, res, { params }) => {
  res.json({ product: await fetchDeskProduct(req.scope, params.id, "operator") })
})
