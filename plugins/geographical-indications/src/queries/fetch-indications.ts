import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isProtected, isRightInForce } from "../modules/geographical-indications/rules/right-of-use"
import type { GiDto, GiZoneUnitDto, RightOfUseDto } from "../modules/geographical-indications/service"
import { mapPlacesOf, placesOf, type MapPlace, type Place } from "./places"

export type SignKind = GiDto["kind"]

/** An indication as everybody may read it: number and date only where a source confirms them. */
export type Indication = {
  handle: string
  kind: SignKind
  name: string
  product: string
  origin: "vietnam" | "foreign"
  provinces: Place[]
  confirmed: boolean
  certificate_no: string | null
  registered_on: string | null
  manager: string | null
  /** Marks only: who owns it, by which regulation it is used, and the last day of its protection. */
  owner: string | null
  regulation: string | null
  protected_until: string | null
  source: string
}

export type Story = { vi: string; en: string; source: string }

export type ZoneUnit = { old_unit: string; old_district: string | null; commune: MapPlace | null; confirmed: boolean; source: string }

type ProductRow = { id: string; handle: string; title: string; status: string } | null
type Row = GiDto & { zone_units: GiZoneUnitDto[]; rights_of_use: (RightOfUseDto & { products?: ProductRow[] })[] }

/** Signs of these kinds with how many producers may use each today. */
export async function fetchIndications(container: MedusaContainer, kinds: SignKind[], now = new Date()): Promise<(Indication & { users_count: number })[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "gi", fields: ["*", "rights_of_use.*"], filters: { kind: kinds } })
  const rows = data as unknown as (GiDto & { rights_of_use?: RightOfUseDto[] })[]
  const today = todayInVietnam(now)
  const places = await placesOf(container, rows.flatMap((gi) => gi.province_codes))
  const byName = new Intl.Collator("vi")
  const users = (gi: (typeof rows)[number]) =>
    isProtected(gi, today) ? new Set((gi.rights_of_use ?? []).filter((right) => isRightInForce(right, today)).map((right) => right.producer_name)).size : 0
  return rows.map((gi) => ({ ...publicFacts(gi, places), users_count: users(gi) })).sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.product, b.product))
}

/** One sign with its zone and the products on sale under a right of use in force; null when the register does not hold it. */
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
  const rights = isProtected(gi, today) ? gi.rights_of_use.filter((right) => isRightInForce(right, today)) : []
  const codes = [...gi.province_codes, ...gi.zone_units.flatMap((unit) => unit.commune_code ?? []), ...rights.flatMap((right) => right.commune_code ?? [])]
  const places = await mapPlacesOf(container, codes)
  const zone: ZoneUnit[] = gi.zone_units.map((unit) => ({
    old_unit: unit.old_unit,
    old_district: unit.old_district,
    commune: places.get(unit.commune_code ?? "") ?? null,
    confirmed: unit.confirmed,
    source: unit.source,
  }))
  return {
    ...publicFacts(gi, plain(places)),
    story: gi.story_vi && gi.story_en && gi.story_source ? { vi: gi.story_vi, en: gi.story_en, source: gi.story_source } : null,
    zone,
    users: rights.map(({ producer_name, product_name, commune_code, document_no, issued_by, issued_on, expires_on, illustrative }) => ({
      producer_name,
      product_name,
      commune: plain(places).get(commune_code ?? "") ?? null,
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
    kind: gi.kind,
    name: gi.name,
    product: gi.product,
    origin: gi.origin,
    provinces: gi.province_codes.flatMap((code) => places.get(code) ?? []),
    confirmed: gi.confirmed,
    certificate_no: gi.number_confirmed ? gi.certificate_no : null,
    registered_on: gi.number_confirmed ? gi.registered_on : null,
    manager: gi.manager,
    owner: gi.owner,
    regulation: gi.regulation,
    protected_until: gi.number_confirmed ? gi.protected_until : null,
    source: gi.source,
  }
}

function plain(places: Map<string, MapPlace>): Map<string, Place> {
  return new Map([...places].map(([code, { name, full_name }]) => [code, { code, name, full_name }]))
}
