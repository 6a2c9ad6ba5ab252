import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shippingSettings } from "../../../../queries/shipping-settings"
import { actingSellerId } from "../../../require-active-member"
import { TariffBody } from "../../../shipping-tariff-body"

/** POST /seller/shipping/preview with a whole tariff → {tariff, own, examples} by it; nothing is saved. */
export const POST = validated({ body: TariffBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  res.json(await shippingSettings(req.scope, actingSellerId(req), body))
})
