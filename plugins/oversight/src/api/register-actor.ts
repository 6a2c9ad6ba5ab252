import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { qualityCertificates, rightsOfUse, type PlaceQuestion, resolveProducerPlace, type RegisterActor } from "@cho-phien/geographical-indications"
import { oversightErrors } from "../modules/oversight/errors"
import { mayView } from "../modules/oversight/rules/scope"
import { officialOf, type OfficialRequest } from "./require-official"

/** The official as somebody whose acts are logged. */
export function registerActorOf(req: OfficialRequest): RegisterActor & { type: "official" } {
  const { id, name, illustrative } = officialOf(req)
  return { type: "official", id, name, illustrative }
}

/** @throws ApiError 403 `oversight.out_of_scope` unless the commune lies in the official's area */
function requireCommuneInScope(req: OfficialRequest, communeCode: string, provinceCode: string): void {
  if (!mayView(officialOf(req), communeCode, provinceCode)) throw oversightErrors.outOfScope()
}

/** A right is given where its producer works. @throws ApiError 400 for a place that is none, 403 outside */
export async function requirePlaceInScope(req: OfficialRequest, place: PlaceQuestion): Promise<void> {
  const { commune_code, province_code } = await resolveProducerPlace(req.scope, place)
  requireCommuneInScope(req, commune_code, province_code)
}

/** @throws ApiError 404, 403 */
export async function requireRightInScope(req: OfficialRequest, id: string): Promise<void> {
  const { commune_code, province_codes } = await rightsOfUse.areaOfRight(req.scope, id)
  const official = officialOf(req)
  const inside = commune_code
    ? province_codes.some((province) => mayView(official, commune_code, province))
    : province_codes.some((province) => mayView(official, province, null))
  if (!inside) throw oversightErrors.outOfScope()
}

/** A paper belongs to the officials of the place its shop was in when it handed it in. @throws ApiError 404, 403 */
export async function requireCertificateInScope(req: OfficialRequest, id: string): Promise<void> {
  const { commune_code, province_code } = await qualityCertificates.certificateOf(req.scope, id)
  requireCommuneInScope(req, commune_code, province_code)
}

/** The communes an official answers for, each with the old communes that went into it. */
export async function communesInScope(req: OfficialRequest) {
  const { role, unit_code } = officialOf(req)
  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const communes = role === "commune" ? [await units.retrieveUnit(unit_code ?? "")] : role === "province" ? await units.listCommunes(unit_code ?? "") : []
  const edges = await units.listAdministrativeSuccessions({ new_commune_code: communes.map(({ code }) => code) })
  return communes.map(({ code, name, full_name }) => ({
    code,
    name,
    full_name,
    old_communes: edges
      .filter((edge) => edge.new_commune_code === code && edge.old_commune_code)
      .map((edge) => ({ code: edge.old_commune_code, name: edge.old_commune, district: edge.old_district }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi")),
  }))
}
