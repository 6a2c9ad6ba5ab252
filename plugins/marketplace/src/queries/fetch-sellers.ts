import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService, type Unit } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { SellerKind } from "../workflows/open-shop"
import type { ListingSeller, Place } from "./listing"

export type SellerRow = { id: string; handle: string; name: string; kind: string; commune_code: string; province_code: string }

/** Sellers as everybody may see them, with their commune and province by name. */
export async function presentSellers(container: MedusaContainer, rows: SellerRow[]): Promise<Map<string, ListingSeller>> {
  const service = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const units = await service.retrieveUnits(rows.flatMap((row) => [row.commune_code, row.province_code]))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        handle: row.handle,
        name: row.name,
        kind: row.kind as SellerKind,
        commune: place(row.commune_code, units),
        province: place(row.province_code, units),
      },
    ]),
  )
}

/** A commune that was merged since the shop opened has no current name; its code still says where it was. */
function place(code: string, units: Map<string, Unit>): Place {
  const unit = units.get(code)
  return { code, name: unit?.name ?? code, full_name: unit?.full_name ?? code }
}
