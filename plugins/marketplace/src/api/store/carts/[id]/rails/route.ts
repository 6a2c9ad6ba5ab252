import { readerLanguage, validated } from "@cho-phien/administrative-units"
import { railOptionsOfCart } from "../../../../../queries/rail-options"
import { inLanguage } from "../../../rail-option-view"
import { CartParams } from "../../validators"

/** GET /store/carts/:id/rails: how the cart can be paid, and in a sentence why not otherwise. */
export const GET = validated({ params: CartParams }, async (req, res, { params }) => {
  res.json({ rails: inLanguage(await railOptionsOfCart(req.scope, params.id), readerLanguage(req)) })
})
