import type { CivilDate } from "@cho-phien/administrative-units"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { statesWaitingFor } from "./rules/dossier-state"
import { COUNCIL_STATES, type DossierKind, type DossierState } from "./rules/dossier-types"
import type { DossierActor } from "./rules/roles-on-dossier"

export type DossierFilter = {
  states?: readonly DossierState[]
  kind?: DossierKind
  commune_code?: string
  product_set_no?: number
  overdue?: boolean
  /** Only those that wait for the asker. */
  mine?: boolean
  q?: string
  /** Without it: the earliest deadline first; for a producer what changed last. */
  sort?: DossierOrder
  /** Names of communes by code, for the order by commune; a code that is missing stands for itself. */
  commune_names?: ReadonlyMap<string, string>
  limit: number
  offset: number
}

export const DOSSIER_SORTS = ["deadline", "submitted", "name", "commune"] as const
export type DossierSort = (typeof DOSSIER_SORTS)[number]
export type DossierOrder = { by: DossierSort; descending: boolean }

/** Counts by state and by product set are of all the asker may see, whatever the filters. */
export type DossierPage = { ids: string[]; count: number; by_state: Partial<Record<DossierState, number>>; by_set: Map<number, number>; overdue: number }

const BY_NAME = new Intl.Collator("vi")

/** What the asker may see, as `maySee` says of one dossier; the two are held against each other by a spec. */
export async function listDossierIds(knex: Knex, actor: DossierActor, filter: DossierFilter, today: CivilDate): Promise<DossierPage> {
  const inScope = () => scoped(knex("ocop_dossier as d").whereNull("d.deleted_at"), actor)
  const wanted = inScope()
  if (filter.states?.length) wanted.whereIn("d.state", [...filter.states])
  if (filter.kind) wanted.where("d.kind", filter.kind)
  if (filter.commune_code) wanted.where("d.commune_code", filter.commune_code)
  if (filter.product_set_no) wanted.where("d.product_set_no", filter.product_set_no)
  if (filter.overdue) wanted.where("d.due_on", "<", today)
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`
    wanted.where((any) => any.whereILike("d.product_name", like).orWhereILike("d.applicant_name", like).orWhereILike("d.receipt_no", like).orWhereILike("d.province_receipt_no", like))
  }
  if (filter.mine) waiting(wanted, actor)

  const [total] = await wanted.clone().count({ count: "*" })
  const ids = await orderedIds(wanted, actor, filter)
  const states: { state: DossierState; count: string }[] = await inScope().select("d.state").count({ count: "*" }).groupBy("d.state")
  const sets: { product_set_no: number; count: string }[] = await inScope().select("d.product_set_no").count({ count: "*" }).groupBy("d.product_set_no").orderBy("d.product_set_no")
  const [late] = await inScope().where("d.due_on", "<", today).count({ count: "*" })
  return {
    ids,
    count: Number(total?.count ?? 0),
    by_state: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
    by_set: new Map(sets.map(({ product_set_no, count }) => [product_set_no, Number(count)])),
    overdue: Number(late?.count ?? 0),
  }
}

/** The codes of the communes the asker's dossiers come from. */
export async function listCommuneCodes(knex: Knex, actor: DossierActor): Promise<string[]> {
  const rows: { commune_code: string }[] = await scoped(knex("ocop_dossier as d").whereNull("d.deleted_at"), actor).distinct("d.commune_code")
  return rows.map(({ commune_code }) => commune_code)
}

/** One page in order. What is equal stands by its id, in either direction, so that pages neither repeat nor skip. */
async function orderedIds(wanted: Knex.QueryBuilder, actor: DossierActor, { sort, commune_names, limit, offset }: DossierFilter): Promise<string[]> {
  if (sort?.by === "name" || sort?.by === "commune") {
    const rows: Named[] = await wanted.select("d.id", "d.product_name", "d.commune_code").orderBy("d.id")
    return sortNamed(rows, sort, commune_names ?? new Map()).slice(offset, offset + limit).map(({ id }) => id)
  }
  const rows: { id: string }[] = await wanted.select("d.id").orderByRaw(orderOf(actor, sort)).limit(limit).offset(offset)
  return rows.map(({ id }) => id)
}

function orderOf(actor: DossierActor, sort: DossierOrder | undefined): string {
  const direction = sort?.descending ? "desc" : "asc"
  if (sort?.by === "submitted") return `d.submitted_on ${direction} nulls last, d.id`
  if (sort?.by === "deadline") return `d.due_on ${direction} nulls last, d.id`
  return actor.type === "producer" ? "d.updated_at desc, d.id" : "d.due_on asc nulls last, d.id"
}

type Named = { id: string; product_name: string; commune_code: string }

/** Here and not in the database, whose own collation may put Đ behind Z. Within a commune by the product's name. */
function sortNamed(rows: readonly Named[], { by, descending }: DossierOrder, communes: ReadonlyMap<string, string>): Named[] {
  const commune = ({ commune_code }: Named) => communes.get(commune_code) ?? commune_code
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const byCommune = by === "commune" ? sign * (BY_NAME.compare(commune(a), commune(b)) || BY_NAME.compare(a.commune_code, b.commune_code)) : 0
    return byCommune || (by === "name" ? sign : 1) * BY_NAME.compare(a.product_name, b.product_name)
  })
}

function scoped(query: Knex.QueryBuilder, actor: DossierActor): Knex.QueryBuilder {
  if (actor.type === "producer") return query.where("d.seller_id", actor.seller_id)
  query.whereNotNull("d.submitted_on")
  if (actor.type === "operator") return query
  return query.where((any) => {
    ownArea(any, actor)
    any.orWhereExists(consultation(actor.id))
    any.orWhereExists(seat(actor.id))
  })
}

/** False for nobody's area, so that the seats alone count. */
function ownArea(query: Knex.QueryBuilder, { role, unit_code }: Extract<DossierActor, { type: "official" }>): void {
  if (role === "commune" && unit_code) query.where("d.commune_code", unit_code)
  else if (role === "province" && unit_code) query.where("d.province_code", unit_code)
  else if (role === "ministry") query.whereNotNull("d.sent_to_ministry_on")
  else query.whereRaw("false")
}

function waiting(query: Knex.QueryBuilder, actor: DossierActor): void {
  if (actor.type === "operator") return void query.whereRaw("false")
  if (actor.type === "producer") return void query.whereIn("d.state", statesWaitingFor(["producer"]))
  query.where((any) => {
    if (actor.role === "commune" || actor.role === "province" || actor.role === "ministry") {
      const states = statesWaitingFor([actor.role])
      any.where((own) => {
        ownArea(own, actor)
        own.whereIn("d.state", states)
      })
    }
    any.orWhere((own) => own.where("d.state", "consulting").whereExists(consultation(actor.id)))
    any.orWhere((own) => own.whereIn("d.state", [...COUNCIL_STATES]).whereExists(seat(actor.id, true)))
  })
}

const consultation = (officialId: string) =>
  function (this: Knex.QueryBuilder) {
    this.select("c.id").from("ocop_dossier_consultant as c").whereRaw("c.dossier_id = d.id").where("c.official_id", officialId).whereNull("c.deleted_at")
  }

/** A seat in the latest council the member did not step out of. `open`: and there is still something to do on it. */
const seat = (officialId: string, open = false) =>
  function (this: Knex.QueryBuilder) {
    this.select("s.id")
      .from("ocop_dossier_sheet as s")
      .join("ocop_dossier_rating as r", "r.id", "s.rating_id")
      .whereRaw("s.dossier_id = d.id and r.rating_no = (select max(l.rating_no) from ocop_dossier_rating l where l.dossier_id = d.id and l.deleted_at is null)")
      .where("s.official_id", officialId)
      .whereNull("s.recused_at")
      .whereNull("s.deleted_at")
    if (open) this.where((todo) => todo.whereNull("s.handed_in_at").orWhereIn("s.role", ["chair", "secretary"]))
  }
