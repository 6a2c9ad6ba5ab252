import type { MedusaContainer } from "@medusajs/framework/types"
import { codRulesInForce } from "../modules/order-group/rules/cod-offer"
import { fetchCodRules } from "./cod-rules"

/** `chosen`: the shop takes cash at the door. `allowed`: the operator lets it, apart from provinces and limits. */
export async function shopCashOnDelivery(container: MedusaContainer, sellerId: string): Promise<{ chosen: boolean; allowed: boolean }> {
  const inForce = [...codRulesInForce(await fetchCodRules(container, "", [sellerId]), new Date()).values()]
  const enabled = (scope: string) => inForce.find((rule) => rule.scope === scope)?.enabled !== false
  return { chosen: enabled("shop_choice"), allowed: enabled("everywhere") && enabled("seller") }
}
