import { ADMINISTRATIVE_UNITS_MODULE, addDays, foldedWords, todayInVietnam, type AdministrativeUnitsModuleService, type CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readCertificateCode } from "../modules/ocop/rules/certificate-code"
import { CHECK_HOLDS_DAYS } from "../modules/ocop/rules/external-listing"
import type { RecognitionStatus, Stars } from "../modules/ocop/rules/recognition-status"
import { place, type Place } from "./fetch-certificate"
import { LATEST_RECOGNITIONS } from "./search-public-register"

export type DeskSort = "name" | "star" | "holds_until" | "commune" | "status"

export type DeskQuery = {
  /** words of product and producer, a certificate code, or a product code */
  q?: string
  stars?: number[]
  /** `never`: entered, but never recognised */
  status?: RecognitionStatus | "in_force" | "never"
  commune?: string
  /** in force today, and no longer in so many days */
  expiring_within?: number
  listed?: "here" | "elsewhere" | "nowhere"
  sort?: { by: DeskSort; descending: boolean }
  limit: number
  offset: number
}

/** A line of the register as an official reads it: every product, recognised or not, as it stands today. */
export type DeskEntry = {
  id: string
  code: string | null
  name: string
  producer_name: string | null
  commune: Place | null
  province: Place | null
  product_set_no: number | null
  certificate_code: string | null
  /** null: never recognised */
  status: RecognitionStatus | null
  stars: Stars | null
  stars_given: Stars | null
  issued_on: CivilDate | null
  expires_on: CivilDate | null
  /** the last day it holds, a prolongation included */
  holds_until: CivilDate | null
  listed_elsewhere: boolean
  illustrative: boolean
}

type Row = Omit<DeskEntry, "commune" | "province" | "stars" | "stars_given"> & { commune_code: string | null; province_code: string; star: Stars | null }

const IN_FORCE = ["valid", "expiring", "prolonged"]

const ENTRIES = `
  select p.id, p.code, p.name, p.producer_name, p.commune_code, p.province_code, p.product_set_no, p.search_text,
    e.certificate_code, e.status, e.star, e.issued_on, e.expires_on, (p.illustrative or coalesce(e.illustrative, false)) as illustrative,
    greatest(e.expires_on, e.prolonged_until) as holds_until,
    exists (
      select 1 from ocop_external_listing x
      where x.ocop_product_id = p.id and x.deleted_at is null and x.check_result = 'on_sale' and x.last_checked_on between :since and :today
    ) as listed_elsewhere
  from ocop_product p left join (${LATEST_RECOGNITIONS}) e on e.product_id = p.id
  where p.deleted_at is null`

const SORTS: Record<DeskSort, string> = { name: "search_text", star: "star", holds_until: "holds_until", commune: "commune_code", status: "status" }

/**
 * The register of an area, filtered, sorted and paged in the database.
 * @param area code of a province (2 digits) or commune (5); null for the whole country
 * @param listedHere ids of the products on sale here; needed for the filters `here` and `nowhere` alone
 */
export async function searchDeskRegister(container: MedusaContainer, area: string | null, query: DeskQuery, listedHere: string[] = [], now = new Date()): Promise<{ entries: DeskEntry[]; count: number }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as Knex
  const today = todayInVietnam(now)
  const filtered = () => narrow(db.from(db.raw(`(${ENTRIES}) as entry`, { today, since: addDays(today, -CHECK_HOLDS_DAYS) })), area, query, listedHere, today)
  const { by, descending } = query.sort ?? { by: "name", descending: false }
  const [rows, [total]] = await Promise.all([
    filtered().select("*").orderByRaw(`?? ${descending ? "desc" : "asc"} nulls last, search_text, id`, [SORTS[by]]).limit(query.limit).offset(query.offset) as Promise<Row[]>,
    filtered().count({ count: "*" }),
  ])
  const codes = [...new Set(rows.flatMap((row) => [row.province_code, row.commune_code ?? row.province_code]))]
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  const entries = rows.map(({ star, commune_code, province_code, ...row }) => ({
    ...(Object.fromEntries(Object.entries(row).filter(([name]) => name !== "search_text")) as Omit<Row, "star" | "commune_code" | "province_code">),
    commune: place(units.get(commune_code ?? "")),
    province: place(units.get(province_code)),
    stars: row.status && IN_FORCE.includes(row.status) ? star : null,
    stars_given: star,
  }))
  return { entries, count: Number(total?.count ?? 0) }
}

function narrow(entries: Knex.QueryBuilder, area: string | null, query: DeskQuery, listedHere: string[], today: CivilDate): Knex.QueryBuilder {
  if (area !== null) entries.where(area.length === 2 ? "province_code" : "commune_code", area)
  const certificate = query.q ? readCertificateCode(query.q) : null
  const words = foldedWords(query.q ?? "").slice(0, 8)
  if (query.q?.trim()) {
    entries.where((either) => {
      either.where((all) => {
        for (const word of words) all.where("search_text", "like", `% ${word}%`)
        if (words.length === 0) all.whereRaw("false")
      })
      if (certificate) either.orWhere("certificate_code", certificate)
      either.orWhere("code", query.q?.trim() ?? "")
    })
  }
  if (query.stars) entries.whereIn("star", query.stars)
  if (query.commune) entries.where("commune_code", query.commune)
  if (query.status === "never") entries.whereNull("status")
  else if (query.status) entries.whereIn("status", query.status === "in_force" ? IN_FORCE : [query.status])
  if (query.expiring_within !== undefined) entries.whereIn("status", IN_FORCE).where("holds_until", "<=", addDays(today, query.expiring_within))
  if (query.listed === "here") entries.whereRaw("id = any(?)", [listedHere])
  if (query.listed === "elsewhere") entries.where("listed_elsewhere", true)
  if (query.listed === "nowhere") entries.where("listed_elsewhere", false).whereRaw("not (id = any(?))", [listedHere])
  return entries
}
