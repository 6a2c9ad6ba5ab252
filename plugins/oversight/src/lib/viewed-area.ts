import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { oversightErrors } from "../modules/oversight/errors"
import { mayView, type Viewer } from "../modules/oversight/rules/scope"

/**
 * The unit an official asks for, once it is clear that they may see it.
 * @throws ApiError oversight.unknown_unit | oversight.out_of_scope
 */
export async function viewedArea(container: MedusaContainer, viewer: Viewer, unitCode: string) {
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const unit = (await units.retrieveUnits([unitCode])).get(unitCode)
  // Who may not look there is not told either whether the code exists.
  if (!mayView(viewer, unitCode, unit?.parent_code ?? null)) throw oversightErrors.outOfScope()
  if (!unit) throw oversightErrors.unknownUnit()
  return unit
}
