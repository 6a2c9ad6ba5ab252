import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shippingSettings } from "../../../../queries/shipping-settings"
import { saveShippingTariffWorkflow } from "../../../../workflows/save-shipping-tariff"
import { actingSellerId } from "../../../require-active-member"

/** POST /seller/shipping/reset → {tariff, own: false, examples}: back to the house's tariff. */
export const POST = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  const owner_id = actingSellerId(req)
  await saveShippingTariffWorkflow(req.scope).run({ input: { owner_id, tariff: null } })
  res.json(await shippingSettings(req.scope, owner_id))
})
