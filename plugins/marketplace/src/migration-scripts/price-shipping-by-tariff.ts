import type { ExecArgs } from "@medusajs/framework/types"
import { priceShippingByTariff } from "../workflows/price-shipping-by-tariff"

/** Runs once after the migrations of all modules: shops that were opened with one flat price keep it, as their own tariff. */
export default async function priceShippingByTariffScript({ container }: ExecArgs): Promise<void> {
  await priceShippingByTariff(container)
}
