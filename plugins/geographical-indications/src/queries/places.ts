import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"

export type Place = { code: string; name: string; full_name: string }

/** A place on a map: the label point of a commune. */
export type MapPlace = Place & { latitude: number | null; longitude: number | null }

/** Units of today by their codes; unknown codes are absent. */
export async function placesOf(container: MedusaContainer, codes: string[]): Promise<Map<string, Place>> {
  return new Map([...(await mapPlacesOf(container, codes))].map(([code, { name, full_name }]) => [code, { code, name, full_name }]))
}

export async function mapPlacesOf(container: MedusaContainer, codes: string[]): Promise<Map<string, MapPlace>> {
  if (codes.length === 0) return new Map()
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  return new Map([...units].map(([code, { name, full_name, latitude, longitude }]) => [code, { code, name, full_name, latitude, longitude }]))
}
