import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import type OrderGroupModuleService from "../modules/order-group/service"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

type Row = Awaited<ReturnType<OrderGroupModuleService["listCodRules"]>>[number]

/** Decisions with the names of what they are about. */
export async function presentCodRules(container: MedusaContainer, rows: Pick<Row, "id" | "scope" | "scope_id" | "enabled" | "max_amount_vnd" | "effective_from" | "reason" | "set_by" | "created_at">[]) {
  const ids = rows.flatMap((row) => (row.scope === "seller" || row.scope === "shop_choice" ? [row.scope_id] : []))
  const sellers = ids.length > 0 ? await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: ids }, { take: ids.length }) : []
  const shops = new Map(sellers.map((seller) => [seller.id, seller.name]))
  const codes = rows.flatMap((row) => (row.scope === "province" ? [row.scope_id] : []))
  const provinces = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    scope_id: row.scope_id,
    scope_name: row.scope === "everywhere" ? null : ((row.scope === "province" ? provinces.get(row.scope_id)?.name : shops.get(row.scope_id)) ?? row.scope_id),
    enabled: row.enabled,
    max_amount_vnd: row.max_amount_vnd === null ? null : Number(row.max_amount_vnd),
    effective_from: new Date(row.effective_from).toISOString(),
    reason: row.reason,
    set_by: row.set_by,
    created_at: new Date(row.created_at).toISOString(),
  }))
}
