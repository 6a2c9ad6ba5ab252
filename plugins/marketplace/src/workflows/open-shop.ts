import {
  createFulfillmentSets,
  createRemoteLinkStep,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { LinkDefinition } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createSellerStep } from "./steps/create-seller"
import { ensureVndIsTaxInclusiveStep } from "./steps/ensure-vnd-is-tax-inclusive"
import { prepareShopStep } from "./steps/prepare-shop"
import { registerSellerAccountStep } from "./steps/register-seller-account"
import { saveShippingTariffStep } from "./steps/save-shipping-tariff"
import { flatTariff } from "../modules/seller/rules/flat-tariff"
import { SHIPPING_PROVIDER_ID } from "./shipping-provider"

export type SellerKind = "cooperative" | "cooperative_group" | "household_business" | "enterprise" | "individual"

export type OpenShopInput = {
  name: string
  /** Made from the name when absent. */
  handle?: string
  kind: SellerKind
  commune_code: string
  province_code: string
  phone: string
  member_name: string
  /** The seller's own account (Law 122/2025/QH15, art. 21.2.b). */
  bank: { bin: string; bank_name: string; account_number: string; account_name: string }
  /** One price for a parcel anywhere in Vietnam, tax included; without it the house's tariff holds until the shop sets its own. */
  shipping_price_vnd?: number
  illustrative?: boolean
}

/**
 * Opens a shop: its shipping profile, its stock location joined to the fair's sales channel, one delivery option
 * that its tariff prices, the seller and its first member. All or nothing.
 * Errors: seller.phone_taken, seller.handle_taken 409; seller.unknown_place, phone_login.not_a_mobile_number 400.
 */
export const openShopWorkflow = createWorkflow("open-shop", (input: OpenShopInput) => {
  const shop = prepareShopStep(input)
  ensureVndIsTaxInclusiveStep()

  const profiles = createShippingProfilesWorkflow.runAsStep({
    input: transform({ shop }, ({ shop }) => ({ data: [{ name: `Gian hàng ${shop.handle}`, type: "seller" }] })),
  })
  const locations = createStockLocationsWorkflow.runAsStep({
    input: transform({ input, shop }, ({ input, shop }) => ({
      locations: [{ name: input.name, address: { country_code: "vn", address_1: shop.commune_name, province: shop.province_name } }],
    })),
  })
  const sets = createFulfillmentSets(
    transform({ shop }, ({ shop }) => [
      {
        name: `Giao hàng ${shop.handle}`,
        type: "shipping",
        service_zones: [{ name: `Việt Nam ${shop.handle}`, geo_zones: [{ type: "country" as const, country_code: "vn" }] }],
      },
    ]),
  )
  createRemoteLinkStep(
    transform({ shop, locations, sets }, ({ shop, locations, sets }): LinkDefinition[] => {
      const stock_location_id = locations[0]!.id
      return [
        { [Modules.SALES_CHANNEL]: { sales_channel_id: shop.sales_channel_id }, [Modules.STOCK_LOCATION]: { stock_location_id } },
        { [Modules.STOCK_LOCATION]: { stock_location_id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: SHIPPING_PROVIDER_ID } },
        { [Modules.STOCK_LOCATION]: { stock_location_id }, [Modules.FULFILLMENT]: { fulfillment_set_id: sets[0]!.id } },
      ]
    }),
  )
  createShippingOptionsWorkflow.runAsStep({
    input: transform({ profiles, sets }, ({ profiles, sets }) => [
      {
        name: "Giao hàng tiêu chuẩn",
        price_type: "calculated" as const,
        provider_id: SHIPPING_PROVIDER_ID,
        service_zone_id: sets[0]!.service_zones[0]!.id,
        shipping_profile_id: profiles[0]!.id,
        type: { label: "Tiêu chuẩn", description: "Giao tận nơi trong cả nước", code: "standard" },
        rules: [
          { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
          { attribute: "is_return", operator: "eq" as const, value: "false" },
        ],
      },
    ]),
  })
  const seller = createSellerStep(
    transform({ input, shop, profiles, locations }, ({ input, shop, profiles, locations }) => ({
      seller: {
        handle: shop.handle,
        name: input.name,
        kind: input.kind,
        commune_code: input.commune_code,
        province_code: input.province_code,
        phone: shop.phone,
        bank_bin: input.bank.bin,
        bank_name: input.bank.bank_name,
        bank_account_number: input.bank.account_number,
        bank_account_name: input.bank.account_name,
        shipping_profile_id: profiles[0]!.id,
        stock_location_id: locations[0]!.id,
        illustrative: input.illustrative ?? false,
      },
      member: { name: input.member_name, phone: shop.phone, illustrative: input.illustrative ?? false },
    })),
  )
  when("own-price", { input }, ({ input }) => input.shipping_price_vnd !== undefined).then(() => {
    saveShippingTariffStep(transform({ input, seller }, ({ input, seller }) => ({ owner_id: seller.id, tariff: flatTariff(input.shipping_price_vnd!) })))
  })
  registerSellerAccountStep(transform({ seller }, ({ seller }) => ({ seller_id: seller.id })))
  return new WorkflowResponse(seller)
})
