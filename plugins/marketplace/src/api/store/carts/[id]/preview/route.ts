import { validated } from "@cho-phien/administrative-units"
import { previewCart } from "../../../../../queries/preview-cart"
import { CartParams } from "../../validators"

/** GET /store/carts/:id/preview: what is to be paid to whom. */
export const GET = validated({ params: CartParams }, async (req, res, { params }) => {
  res.json(await previewCart(req.scope, params.id))
})
