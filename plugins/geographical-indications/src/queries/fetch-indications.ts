import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isRightInForce } from "../modules/geographical-indications/rules/right-of-use"
import type { GiDto, GiZoneUnitDto, RightOfUseDto } from "../modules/geographical-indications/service"

type Place = { code: string; name: string; full_name: string }

/** An indication as everybody may read it: number and date only where a source confirms them. */
export type Indication = {
  handle: string
  name: string
  product: string
  origin: "vietnam" | "foreign"
  provinces: Place[]
  confirmed: boolean
  certificate_no: string | null
  registered_on: string | null
  manager: string | null
  source: string
}

export type ZoneUnit = { old_unit: string; old_district: string | null; commune: Place | null; confirmed: boolean; source: string }

type ProductRow = { id: string; handle: string; title: string; status: string } | null
type Row = GiDto & { zone_units: GiZoneUnitDto[]; rights_of_use: (RightOfUseDto & { products?: ProductRow[] })[] }

export async function fetchIndications(container: MedusaContainer): Promise<Indication[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "gi", fields: ["*"] })
  const rows = data as unknown as GiDto[]
  const places = await placesOf(container, rows.flatMap((gi) => gi.province_codes))
  const byName = new Intl.Collator("vi")
  return rows.map((gi) => publicFacts(gi, places)).sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.product, b.product))
}

/** One indication with its zone and the products on sale under a right of use in force; null when the register does not hold it. */
export async function fetchIndication(container: MedusaContainer, handle: string, now = new Date()) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "gi",
    fields: [
      "*",
      "zone_units.*",
      "rights_of_use.*",
      "rights_of_use.products.id",
      "rights_of_use.products.handle",
      "rights_of_use.products.title",
      "rights_of_use.products.status",
    ],
    filters: { handle },
  })
  const [gi] = data as unknown as Row[]
  if (!gi) return null
  const today = todayInVietnam(now)
  const rights = gi.rights_of_use.filter((right) => isRightInForce(right, today))
  const places = await placesOf(container, [...gi.province_codes, ...gi.zone_units.flatMap((unit) => unit.commune_code ?? [])])
  const zone: ZoneUnit[] = gi.zone_units.map((unit) => ({
    old_unit: unit.old_unit,
    old_district: unit.old_district,
    commune: places.get(unit.commune_code ?? "") ?? null,
    confirmed: unit.confirmed,
    source: unit.source,
  }))
  return {
    ...publicFacts(gi, places),
    zone,
    users: rights.map(({ producer_name, document_no, issued_by, issued_on, expires_on, illustrative }) => ({
      producer_name,
      document_no,
      issued_by,
      issued_on,
      expires_on,
      illustrative,
    })),
    products: rights.flatMap((right) =>
      (right.products ?? []).flatMap((p) => (p?.status === "published" ? [{ id: p.id, handle: p.handle, title: p.title }] : [])),
    ),
  }
}

function publicFacts(gi: GiDto, places: Map<string, Place>): Indication {
  return {
    handle: gi.handle,
    name: gi.name,
    product: gi.product,
    origin: gi.origin,
    provinces: gi.province_codes.flatMap((code) => places.get(code) ?? []),
    confirmed: gi.confirmed,
    certificate_no: gi.number_confirmed ? gi.certificate_no : null,
    registered_on: gi.number_confirmed ? gi.registered_on : null,
    manager: gi.manager,
    source: gi.source,
  }
}

async function placesOf(container: MedusaContainer, codes: string[]): Promise<Map<string, Place>> {
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  return new Map([...units].map(([code, { name, full_name }]) => [code, { code, name, full_name }]))
}
