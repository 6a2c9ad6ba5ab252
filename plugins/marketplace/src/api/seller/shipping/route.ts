import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shippingSettings } from "../../../queries/shipping-settings"
import { saveShippingTariffWorkflow } from "../../../workflows/save-shipping-tariff"
import { actingSellerId } from "../../require-active-member"
import { TariffBody } from "../../shipping-tariff-body"

/** GET /seller/shipping → {tariff, own, examples}: what the shop asks for sending, `own` false while it is the house's. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json(await shippingSettings(req.scope, actingSellerId(req)))
})

/** POST /seller/shipping with a whole tariff → the same. */
export const POST = validated({ body: TariffBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const owner_id = actingSellerId(req)
  await saveShippingTariffWorkflow(req.scope).run({ input: { owner_id, tariff: body } })
  res.json(await shippingSettings(req.scope, owner_id))
})
