import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { updateShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import { SELLER_MODULE } from "../modules/seller"
import { flatTariff } from "../modules/seller/rules/flat-tariff"
import type SellerModuleService from "../modules/seller/service"
import { SHIPPING_PROVIDER_ID } from "./shipping-provider"

type Option = { id: string; price_type: string; provider_id: string; prices: ({ amount: number; currency_code: string } | null)[] | null }

/** Turns the flat delivery option of every shop into one that its tariff prices, at the price it had. Safe to run again. */
export async function priceShippingByTariff(container: MedusaContainer): Promise<void> {
  const service = container.resolve<SellerModuleService>(SELLER_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  for (const { id, shipping_profile_id, stock_location_id } of await service.listSellers({})) {
    const { data } = await query.graph({ entity: "shipping_option", fields: ["id", "price_type", "provider_id", "prices.amount", "prices.currency_code"], filters: { shipping_profile_id } })
    const flat = (data as unknown as Option[]).filter((option) => option.price_type === "flat").sort((a, b) => (a.id < b.id ? -1 : 1))[0]
    if (!flat || !stock_location_id || data.some((option) => option.provider_id === SHIPPING_PROVIDER_ID)) continue
    const price = (flat.prices ?? []).find((candidate) => candidate?.currency_code === "vnd")
    if (price) await service.saveTariff(id, flatTariff(Math.round(Number(price.amount))))
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.STOCK_LOCATION]: { stock_location_id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: SHIPPING_PROVIDER_ID },
    })
    await updateShippingOptionsWorkflow(container).run({ input: [{ id: flat.id, price_type: "calculated", provider_id: SHIPPING_PROVIDER_ID }] })
  }
}
