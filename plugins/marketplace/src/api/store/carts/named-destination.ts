import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { checkoutErrors } from "../../../modules/order-group/errors"
import { isTwoLevelAddress, type Destination } from "../../../modules/order-group/rules/delivery-address"

/** The two codes with the names of today; 400 `checkout.unknown_commune` when they are not a commune and its province. */
export async function namedDestination(container: MedusaContainer, codes: { province_code: string; commune_code: string }): Promise<Destination> {
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([codes.province_code, codes.commune_code])
  const province = units.get(codes.province_code) ?? null
  const commune = units.get(codes.commune_code) ?? null
  const wrong = isTwoLevelAddress(province, commune)
  if (wrong !== "ok") throw checkoutErrors.unknownCommune(wrong)
  return { province_code: codes.province_code, province_name: province!.full_name, commune_code: codes.commune_code, commune_name: commune!.full_name }
}
