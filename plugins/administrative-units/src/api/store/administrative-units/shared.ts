import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ADMINISTRATIVE_UNITS_MODULE } from "../../../modules/administrative-units"
import type AdministrativeUnitsModuleService from "../../../modules/administrative-units/service"

export function administrativeUnits(req: MedusaRequest): AdministrativeUnitsModuleService {
  return req.scope.resolve(ADMINISTRATIVE_UNITS_MODULE)
}

/** Units change with a resolution of the National Assembly, so an hour in a cache harms nobody. */
export function letCache(res: MedusaResponse): void {
  res.setHeader("Cache-Control", "public, max-age=3600")
}
