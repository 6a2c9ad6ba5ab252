/** Medusa's id of the provider that prices with the shops' tariffs (providers/seller-tariff, registered by the backend). */
export const SHIPPING_PROVIDER_ID = "seller-tariff_marketplace"
