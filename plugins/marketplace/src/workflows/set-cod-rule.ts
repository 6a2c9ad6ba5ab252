import { ADMINISTRATIVE_UNITS_MODULE, ApiError, type AdministrativeUnitsModuleService, type Sentence } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { CodRule } from "../modules/order-group/rules/cod-offer"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

export type NewCodRule = CodRule & { reason: string; set_by: string }

/** Writes a decision about cash on delivery. 400 when its province or shop does not exist. */
export async function setCodRule(container: MedusaContainer, rule: NewCodRule) {
  if (!(await exists(container, rule))) throw unknownScope()
  return container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).createCodRules(rule)
}

async function exists(container: MedusaContainer, { scope, scope_id }: NewCodRule): Promise<boolean> {
  if (scope === "everywhere") return scope_id === ""
  if (scope === "province") {
    const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([scope_id])
    return /^\d{2}$/.test(scope_id) && units.has(scope_id)
  }
  const sellers = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: scope_id }, { take: 1 })
  return sellers.length > 0
}

function unknownScope(): ApiError {
  const sentence: Sentence = { vi: "Không có tỉnh, thành phố hay gian hàng này.", en: "There is no such province or shop." }
  return new ApiError({ type: "invalid_data", code: "cod_rule.unknown_scope", message: sentence, fields: { scope_id: sentence } })
}
