import { ADMINISTRATIVE_UNITS_MODULE, foldedWords, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { OCOP_MODULE } from "../modules/ocop"
import { readCertificateCode } from "../modules/ocop/rules/certificate-code"
import type { RecognitionStatus, Stars } from "../modules/ocop/rules/recognition-status"
import type OcopModuleService from "../modules/ocop/service"
import { listingsOf, place, type LinkedListing, type Place, type PublicListing } from "./fetch-certificate"

export const REGISTER_SORTS = ["name", "newest", "ending", "stars"] as const
export type RegisterSort = (typeof REGISTER_SORTS)[number]

export type PublicRegisterQuery = {
  /** words of product and producer, without diacritics if one likes, or a certificate code */
  q?: string
  stars?: number[]
  province?: string
  commune?: string
  set?: number
  status?: RecognitionStatus | "in_force"
  /** `name` (default), `newest` decision first, `ending` soonest first, most `stars` first */
  sort?: RegisterSort
  limit: number
  offset: number
}

/** A product of the public register, as its latest decision leaves it today. */
export type PublicRegisterEntry = {
  certificate_code: string
  status: RecognitionStatus
  /** null as soon as the certificate does not hold */
  stars: Stars | null
  stars_given: Stars
  product_name: string
  producer_name: string | null
  commune: Place | null
  province: Place | null
  product_set: { no: number; name: string } | null
  issued_on: string
  expires_on: string
  prolonged_until: string | null
  illustrative: boolean
  /** where it is on sale here today */
  listings: PublicListing[]
}

type Count = { value: string; count: number }
type NamedCount = Count & { name: string }
/** `communes` only where a province was asked for: a country has thousands. */
type Facets = { stars: Count[]; statuses: Count[]; provinces: NamedCount[]; communes: NamedCount[]; sets: NamedCount[] }

type Row = {
  product_id: string
  certificate_code: string
  status: RecognitionStatus
  star: Stars
  name: string
  producer_name: string | null
  commune_code: string | null
  province_code: string
  product_set_no: number | null
  issued_on: string
  expires_on: string
  prolonged_until: string | null
  illustrative: boolean
}

/**
 * One row per recognised product with the decision that speaks for it: `latestRecognition` and `recognitionStatus` of
 * the rules, said in SQL so that a register of 20,000 products can be filtered and paged.
 * `public-register.module.spec.ts` holds the two together.
 */
export const LATEST_RECOGNITIONS = `
  select distinct on (r.ocop_product_id)
    r.certificate_code, r.star, r.issued_on, r.expires_on, r.prolonged_until, (r.illustrative or p.illustrative) as illustrative,
    p.name, p.producer_name, p.commune_code, p.province_code, p.product_set_no, p.search_text, p.id as product_id,
    case
      when r.revoked_on <= :today then 'revoked'
      when :today <= r.expires_on then case when r.renewal_opens_on <= :today then 'expiring' else 'valid' end
      when :today <= r.prolonged_until then 'prolonged'
      else 'expired'
    end as status
  from ocop_recognition r join ocop_product p on p.id = r.ocop_product_id and p.deleted_at is null
  where r.deleted_at is null and r.issued_on <= :today
  order by r.ocop_product_id, r.issued_on desc, r.revoked_on desc nulls first, r.expires_on desc,
    coalesce(r.prolonged_until, r.expires_on) desc, r.star, r.renewal_opens_on desc nulls first, r.id`

/** `search_text` begins with the folded name: Đ stands by D and Ấ by A whatever the database's own collation is. */
const BY_NAME = "search_text, product_id"
const ORDER: Record<RegisterSort, string> = {
  name: BY_NAME,
  newest: `issued_on desc, ${BY_NAME}`,
  // What has ended already comes last: the question is what ends next.
  ending: `(status in ('expired', 'revoked')), coalesce(prolonged_until, expires_on), ${BY_NAME}`,
  stars: `star desc, ${BY_NAME}`,
}

const IN_FORCE: readonly string[] = ["valid", "expiring", "prolonged"]

/** Searches the public register. `facets` count what each filter would leave, the others staying as they are. */
export async function searchPublicRegister(
  container: MedusaContainer,
  query: PublicRegisterQuery,
  now = new Date(),
): Promise<{ products: PublicRegisterEntry[]; count: number; facets: Facets }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as Knex
  const today = todayInVietnam(now)
  const filtered = (except?: keyof PublicRegisterQuery) => narrow(db.from(db.raw(`(${LATEST_RECOGNITIONS}) as entry`, { today })), { ...query, ...(except && { [except]: undefined }) })
  const countBy = async (column: string, except: keyof PublicRegisterQuery): Promise<Count[]> => {
    const rows: { value: string | number; count: string }[] = await filtered(except).whereNotNull(column).select({ value: column }).count({ count: "*" }).groupBy(column)
    return rows.map(({ value, count }) => ({ value: String(value), count: Number(count) })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
  const [rows, [total], stars, statuses, provinces, communes, sets] = await Promise.all([
    filtered().select("*").orderByRaw(ORDER[query.sort ?? "name"]).limit(query.limit).offset(query.offset) as Promise<Row[]>,
    filtered().count({ count: "*" }),
    countBy("star", "stars"),
    countBy("status", "status"),
    countBy("province_code", "province"),
    query.province ? countBy("commune_code", "commune") : [],
    countBy("product_set_no", "set"),
  ])
  const [names, listings] = await Promise.all([namesOf(container, rows, [...provinces, ...communes]), listingsByProduct(container, rows)])
  const named = (counts: Count[]) => counts.map((one) => ({ ...one, name: names.units.get(one.value)?.name ?? one.value }))
  return {
    products: rows.map((row) => entryOf(row, names, listings.get(row.product_id) ?? [])),
    count: Number(total?.count ?? 0),
    facets: {
      stars,
      statuses,
      provinces: named(provinces),
      communes: named(communes),
      sets: sets.map((one) => ({ ...one, name: names.sets.get(Number(one.value)) ?? one.value })),
    },
  }
}

function narrow(entries: Knex.QueryBuilder, query: PublicRegisterQuery): Knex.QueryBuilder {
  const code = query.q ? readCertificateCode(query.q) : null
  const words = foldedWords(query.q ?? "").slice(0, 8)
  entries.where((either) => {
    either.where((all) => {
      for (const word of words) all.where("search_text", "like", `% ${word}%`)
    })
    if (code) either.orWhere("certificate_code", code)
  })
  // Something was asked for, but no word of it: nothing is found, rather than everything.
  if (query.q?.trim() && words.length === 0) entries.whereRaw("false")
  if (query.stars) entries.whereIn("star", query.stars)
  if (query.province) entries.where("province_code", query.province)
  if (query.commune) entries.where("commune_code", query.commune)
  if (query.set !== undefined) entries.where("product_set_no", query.set)
  if (query.status) entries.whereIn("status", query.status === "in_force" ? IN_FORCE : [query.status])
  return entries
}

type Names = { units: Awaited<ReturnType<AdministrativeUnitsModuleService["retrieveUnits"]>>; sets: Map<number, string> }

async function namesOf(container: MedusaContainer, rows: Row[], places: Count[]): Promise<Names> {
  const codes = new Set([...rows.flatMap((row) => [row.province_code, row.commune_code ?? row.province_code]), ...places.map(({ value }) => value)])
  const [units, sets] = await Promise.all([
    container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([...codes]),
    container.resolve<OcopModuleService>(OCOP_MODULE).listProductSets({ valid_to: null }, { select: ["set_no", "name"] }),
  ])
  return { units, sets: new Map(sets.map(({ set_no, name }) => [set_no, name])) }
}

async function listingsByProduct(container: MedusaContainer, rows: Row[]): Promise<Map<string, PublicListing[]>> {
  if (rows.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "ocop_product",
    fields: ["id", "products.handle", "products.title", "products.status"],
    filters: { id: rows.map(({ product_id }) => product_id) },
  })
  return new Map((data as unknown as { id: string; products?: LinkedListing[] }[]).map(({ id, products }) => [id, listingsOf(products)]))
}

function entryOf(row: Row, names: Names, listings: PublicListing[]): PublicRegisterEntry {
  const setName = row.product_set_no === null ? undefined : names.sets.get(row.product_set_no)
  return {
    certificate_code: row.certificate_code,
    status: row.status,
    stars: IN_FORCE.includes(row.status) ? row.star : null,
    stars_given: row.star,
    product_name: row.name,
    producer_name: row.producer_name,
    commune: place(names.units.get(row.commune_code ?? "")),
    province: place(names.units.get(row.province_code)),
    product_set: row.product_set_no !== null && setName ? { no: row.product_set_no, name: setName } : null,
    issued_on: row.issued_on,
    expires_on: row.expires_on,
    prolonged_until: row.prolonged_until,
    illustrative: row.illustrative,
    listings,
  }
}
