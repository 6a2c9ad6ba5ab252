import type { InputConfigModules } from "@medusajs/framework/types"

/** Medusa's Fulfillment module with the shops' own tariffs as a provider (`seller-tariff_marketplace`), beside Medusa's manual one. */
export function fulfillmentModules(): InputConfigModules {
  return [
    {
      resolve: "@medusajs/medusa/fulfillment",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/fulfillment-manual", id: "manual" },
          { resolve: "@cho-phien/marketplace/providers/seller-tariff", id: "marketplace" },
        ],
      },
    },
  ]
}
