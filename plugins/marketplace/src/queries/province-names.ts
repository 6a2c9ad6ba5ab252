import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Names for codes, in the order of the Vietnamese alphabet; a code that names no province stays as it is. */
export async function provinceNames(container: MedusaContainer, codes: string[]): Promise<string[]> {
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  return codes.map((code) => units.get(code)?.name ?? code).sort((a, b) => a.localeCompare(b, "vi"))
}
