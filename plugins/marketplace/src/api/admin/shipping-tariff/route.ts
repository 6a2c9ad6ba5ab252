import { validated } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SELLER_MODULE } from "../../../modules/seller"
import SellerModuleService, { HOUSE } from "../../../modules/seller/service"
import { saveShippingTariffWorkflow } from "../../../workflows/save-shipping-tariff"
import { HouseTariffBody } from "../../shipping-tariff-body"

/** GET /admin/shipping-tariff → {tariff, transit_days}: what holds for every shop that has not set its own. */
export const GET = validated({}, async (req, res) => {
  res.json(await houseTariff(req.scope))
})

/** POST /admin/shipping-tariff with the whole tariff and the days on the road → the same. */
export const POST = validated({ body: HouseTariffBody }, async (req, res, { body: { transit_days, ...tariff } }) => {
  await saveShippingTariffWorkflow(req.scope).run({ input: { owner_id: HOUSE, tariff, transit_days } })
  res.json(await houseTariff(req.scope))
})

async function houseTariff(container: MedusaContainer) {
  const { house, transit } = await container.resolve<SellerModuleService>(SELLER_MODULE).tariffsOf([])
  return { tariff: house, transit_days: transit }
}
