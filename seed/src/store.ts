import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const RAILS = ["pp_vietqr_cashless", "pp_vnpay_cashless"]

/**
 * What every shop on this house needs before the first listing: one currency, one region, prices that
 * include tax, and the storefront's publishable key. Safe to run again.
 * @returns the publishable key
 */
export async function seedStore(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { relations: ["supported_currencies"] })
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({})
  if (!store || !channel) throw new Error("Medusa has not created its default store and sales channel.")

  if (store.name !== "Chợ Phiên")
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: store.id },
        update: {
          name: "Chợ Phiên",
          supported_currencies: [{ currency_code: "vnd", is_default: true }],
          default_sales_channel_id: channel.id,
        },
      },
    })

  await seedPricePreference(container)
  await seedRegion(container)
  return publishableKey(container, channel.id)
}

/** Prices of farm goods are quoted with tax, and only then are Medusa's totals whole đồng. */
async function seedPricePreference(container: MedusaContainer): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const [preference] = await pricing.listPricePreferences({ attribute: "currency_code", value: "vnd" })
  if (!preference)
    await pricing.createPricePreferences({ attribute: "currency_code", value: "vnd", is_tax_inclusive: true })
  else if (!preference.is_tax_inclusive) await pricing.updatePricePreferences(preference.id, { is_tax_inclusive: true })
}

async function seedRegion(container: MedusaContainer): Promise<void> {
  const [region] = await container.resolve(Modules.REGION).listRegions({ currency_code: "vnd" })
  if (region) return
  await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: ["vn"],
          payment_providers: RAILS,
          automatic_taxes: false,
          is_tax_inclusive: true,
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({ input: [{ country_code: "vn", provider_id: "tp_system" }] })
}

async function publishableKey(container: MedusaContainer, channelId: string): Promise<string> {
  const [key] = await container.resolve(Modules.API_KEY).listApiKeys({ type: "publishable" })
  if (!key) throw new Error("Medusa has not created its default publishable key.")
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [channelId] } })
  return key.token
}
