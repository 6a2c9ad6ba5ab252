import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type { ShippingTariff, TransitDays } from "../../modules/seller/rules/shipping-quote"
import type SellerModuleService from "../../modules/seller/service"

/** `tariff` null takes a shop's own tariff away: the house's holds again. */
type Input = { owner_id: string; tariff: ShippingTariff | null; transit_days?: TransitDays }

export const saveShippingTariffStep = createStep(
  "save-shipping-tariff",
  async ({ owner_id, tariff, transit_days }: Input, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const [before] = await sellers.listShippingTariffs({ owner_id })
    await sellers.saveTariff(owner_id, tariff, transit_days)
    return new StepResponse(undefined, { owner_id, before: before ?? null })
  },
  async (undo, { container }) => {
    if (!undo) return
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    if (undo.before) await sellers.saveTariff(undo.owner_id, undo.before as unknown as ShippingTariff, (undo.before.transit_days as unknown as TransitDays | null) ?? undefined)
    else await sellers.saveTariff(undo.owner_id, null)
  },
)
