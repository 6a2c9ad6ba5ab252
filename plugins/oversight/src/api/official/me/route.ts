import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaResponse } from "@medusajs/framework/http"
import { officialOf, type OfficialRequest } from "../../require-official"

export const GET = validated({}, async (req: OfficialRequest, res: MedusaResponse) => {
  const official = officialOf(req)
  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const unit = official.unit_code ? await units.retrieveUnit(official.unit_code) : null
  res.json({
    official: { id: official.id, name: official.name, role: official.role },
    unit: unit && { code: unit.code, name: unit.name, full_name: unit.full_name, parent_code: unit.parent_code },
  })
})
