import { addDays, todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { OCOP_MODULE } from "../modules/ocop"
import { CHECK_HOLDS_DAYS, platformName } from "../modules/ocop/rules/external-listing"
import type OcopModuleService from "../modules/ocop/service"

/** Where else a product is sold, as anybody may read it: only what somebody looked at within the last 90 days and found on sale. */
export type ExternalSale = { url: string; platform: string; platform_name: string; last_checked_on: string }

/** By id of the register product; absent: none. */
export async function fetchExternalSales(container: MedusaContainer, ocopProductIds: string[], now = new Date()): Promise<Map<string, ExternalSale[]>> {
  const sales = new Map<string, ExternalSale[]>()
  if (ocopProductIds.length === 0) return sales
  const today = todayInVietnam(now)
  const rows = await container.resolve<OcopModuleService>(OCOP_MODULE).listExternalListings(
    { ocop_product_id: ocopProductIds, check_result: "on_sale", last_checked_on: { $gte: addDays(today, -CHECK_HOLDS_DAYS), $lte: today } },
    { order: { platform: "ASC", id: "ASC" } },
  )
  for (const { ocop_product_id, url, host, platform, last_checked_on } of rows) {
    const sale = { url, platform, platform_name: platformName(platform, host), last_checked_on: last_checked_on as string }
    sales.set(ocop_product_id, [...(sales.get(ocop_product_id) ?? []), sale])
  }
  return sales
}
