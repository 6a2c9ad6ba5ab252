import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { todayInVietnam, type CivilDate } from "../../time/civil-date"
import { unknownUnit } from "./errors"
import AdministrativeSuccession from "./models/administrative-succession"
import AdministrativeUnit from "./models/administrative-unit"
import { foldedWords } from "./rules/fold-vietnamese"
import { describeReading } from "./rules/describe-reading"
import { parseAddress } from "./rules/parse-address"
import { nameForms } from "./rules/address-words"
import { buildPlaceIndex, provinceOfOld, type PlaceIndex } from "./rules/place-index"
import { withProvincePoints } from "./rules/province-points"
import { splitFullName } from "./rules/unit-kinds"
import { unitRank } from "./rules/rank-units"
import { resolveSuccession, type OldCommuneAnswer, type OldCommuneQuestion, type SuccessionEdge } from "./rules/resolve-succession"
import { bareName, unitSearchText } from "./rules/unit-name"
import type { ParsedAddress, SuccessionRow, Unit, UnitKind, UnitRow, UnitSearchHit } from "./types"

type Ctx = Context<SqlEntityManager>

const UNIT_COLUMNS = ["code", "kind", "name", "full_name", "name_en", "parent_code", "latitude", "longitude"]
const EDGE_COLUMNS = ["old_commune_code", "old_commune", "old_district_code", "old_district", "old_province_code", "old_province", "new_commune_code", "change"]
const BATCH_ROWS = 1000
const INDEX_KEPT_MS = 10 * 60_000
const BY_NAME = new Intl.Collator("vi")

/** The provinces and communes of Viet Nam, as they are on a day (today in Viet Nam unless told), and what they were before. */
export default class AdministrativeUnitsModuleService extends MedusaService({
  AdministrativeUnit,
  AdministrativeSuccession,
}) {
  private keptIndex: { day: CivilDate; until: number; index: PlaceIndex } | null = null

  /** @throws ApiError 404 `administrative_units.unknown_unit` */
  async retrieveUnit(code: string, day?: CivilDate): Promise<Unit> {
    const unit = (await this.retrieveUnits([code], day)).get(code)
    if (!unit) throw unknownUnit(code)
    return unit
  }

  /** The units of several codes in one query; unknown codes are absent. */
  @InjectManager()
  async retrieveUnits(codes: string[], day?: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Map<string, Unit>> {
    const rows = await this.unitsOn(context, day).whereIn("code", [...new Set(codes)])
    return new Map((rows as Unit[]).map((unit) => [unit.code, unit]))
  }

  @InjectManager()
  async listProvinces(day?: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Unit[]> {
    const rows: Unit[] = await this.unitsOn(context, day).whereNull("parent_code")
    return rows.sort((a, b) => BY_NAME.compare(a.name, b.name))
  }

  @InjectManager()
  async listCommunes(provinceCode: string, day?: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Unit[]> {
    const rows: Unit[] = await this.unitsOn(context, day).where("parent_code", provinceCode)
    return rows.sort((a, b) => BY_NAME.compare(a.name, b.name))
  }

  /**
   * Current units by what people type: without tone marks, with or without the kind, with the province behind
   * ("tan cuong thai nguyen"), or by the name of a commune before 1 July 2025.
   */
  @InjectManager()
  async searchUnits(
    q: string,
    options: { kind?: UnitKind; parentCode?: string; limit?: number } = {},
    @MedusaContext() context: Ctx = {},
  ): Promise<UnitSearchHit[]> {
    const words = foldedWords(bareName(q)).slice(0, 8)
    if (words.length === 0) return []
    const limit = Math.min(options.limit ?? 10, 100)
    const knex = knexOf(context)
    const narrow = (query: ReturnType<typeof this.unitsOn>) => {
      if (options.kind) query.where("kind", options.kind)
      if (options.parentCode) query.where("parent_code", options.parentCode)
      return query
    }
    const withWords = (column: string) => words.map((word) => knex.raw("?? like ?", [column, `% ${word}%`]))

    const current = narrow(this.unitsOn(context))
    for (const condition of withWords("search_text")) current.whereRaw(condition)
    const hits: Unit[] = await current.limit(500)

    const oldQuery = knex("administrative_succession").select("*").whereNull("deleted_at")
    for (const condition of withWords("search_text")) oldQuery.whereRaw(condition)
    const edges: SuccessionRow[] = await oldQuery.limit(500)
    const successors: Unit[] = await narrow(this.unitsOn(context)).whereIn("code", edges.map((e) => e.new_commune_code))

    const found = new Map<string, UnitSearchHit & { rank: number }>()
    for (const unit of hits) found.set(unit.code, { unit, parent: null, rank: unitRank(unit, q) })
    for (const unit of successors) {
      const ranked = edges
        .filter((edge) => edge.new_commune_code === unit.code)
        .map((edge) => {
          const oldName = edge.old_commune || edge.old_district
          // Half a step behind the current unit of the same closeness.
          return { edge, oldName, rank: unitRank({ ...unit, name: oldName, full_name: oldName }, q) + 0.5 }
        })
        .sort((a, b) => a.rank - b.rank)[0]
      if (!ranked || (found.get(unit.code)?.rank ?? Infinity) <= ranked.rank) continue
      const matched_old_name = [ranked.oldName, ranked.edge.old_commune && ranked.edge.old_district].filter(Boolean).join(", ")
      const { old_district: district, old_province: province } = ranked.edge
      const [whole] = resolveSuccession(edges, { code: ranked.edge.old_commune_code ?? undefined, name: ranked.oldName, district, province })
      const old = { commune: ranked.oldName, district, province, certain: whole?.certain ?? false }
      found.set(unit.code, { unit, parent: null, matched_old_name, old, rank: ranked.rank })
    }
    const best = [...found.values()].sort((a, b) => a.rank - b.rank || BY_NAME.compare(a.unit.name, b.unit.name)).slice(0, limit)
    const parents = await this.retrieveUnits(best.flatMap((hit) => hit.unit.parent_code ?? []), undefined, context)
    return best.map(({ rank: _rank, ...hit }) => ({ ...hit, parent: parents.get(hit.unit.parent_code ?? "") ?? null }))
  }

  /** What became of a commune of before 1 July 2025, asked by its old code or by its names. */
  @InjectManager()
  async resolveOldCommune(
    question: OldCommuneQuestion,
    @MedusaContext() context: Ctx = {},
  ): Promise<(OldCommuneAnswer<SuccessionRow> & { units: Unit[] })[]> {
    const query = knexOf(context)("administrative_succession").select("*").whereNull("deleted_at")
    if (question.code !== undefined) query.where("old_commune_code", question.code)
    else query.where("search_text", "like", `% ${bareName(question.name ?? "")}%`)
    const answers = resolveSuccession((await query) as SuccessionRow[], question)
    const units = await this.retrieveUnits(answers.flatMap((a) => a.successors.map((s) => s.code)), undefined, context)
    return answers.map((answer) => ({ ...answer, units: answer.successors.flatMap((s) => units.get(s.code) ?? []) }))
  }

  /**
   * Reads an address as people write it. Needs no line in any form and throws for none; how sure the answer is
   * stands in `confidence`.
   */
  @InjectManager()
  async parseAddress(text: string, @MedusaContext() context: Ctx = {}): Promise<ParsedAddress> {
    const index = await this.placeIndex(context)
    const reading = parseAddress(text, index)
    const codes = [...reading.candidates, ...reading.if_old].map((candidate) => candidate.commune)
    const provinces = [...codes, reading.commune].map((code) => index.communes.get(code ?? "")?.province)
    const units = await this.retrieveUnits([...codes, ...provinces, reading.commune, reading.province].filter(isText), undefined, context)
    return describeReading(reading, index, units)
  }

  /** The provinces of before 1 July 2025 that lie in each of today's under another name: 19 → "Tỉnh Bắc Kạn". */
  @InjectManager()
  async listFormerProvinces(@MedusaContext() context: Ctx = {}): Promise<Map<string, string[]>> {
    const index = await this.placeIndex(context)
    const former = new Map<string, string[]>()
    for (const [code, { name }] of index.oldProvinces) {
      const province = provinceOfOld(index, code)
      const today = index.names.get(nameForms(splitFullName(name).name).key) ?? []
      if (!province || today.some((place) => place.level === "province" && place.era === "current")) continue
      former.set(province, [...(former.get(province) ?? []), name].sort(BY_NAME.compare))
    }
    return former
  }

  /** The whole country in memory: built once a day, and again after an import or ten minutes (another server may have imported). */
  private async placeIndex(context: Ctx): Promise<PlaceIndex> {
    const day = todayInVietnam()
    if (this.keptIndex && this.keptIndex.day === day && this.keptIndex.until > Date.now()) return this.keptIndex.index
    const units: Unit[] = await this.unitsOn(context)
    const edges: SuccessionEdge[] = await knexOf(context)("administrative_succession").select(EDGE_COLUMNS).whereNull("deleted_at")
    const index = buildPlaceIndex(units, edges)
    this.keptIndex = { day, until: Date.now() + INDEX_KEPT_MS, index }
    return index
  }

  /** Writes versions of units; a version (code and first day) that is there already is overwritten. Returns the number of rows. */
  @InjectTransactionManager()
  async importUnits(rows: UnitRow[], @MedusaContext() context: Ctx = {}): Promise<number> {
    const today = todayInVietnam()
    const province = new Map(rows.filter((r) => !r.parent_code && (r.valid_to ?? "9") > today).map((r) => [r.code, r.name]))
    const records = withProvincePoints(rows)
      .map((row) => ({
        id: `unit_${row.code}_${row.valid_from.replaceAll("-", "")}`,
        ...row,
        search_text: unitSearchText(row.full_name, province.get(row.parent_code ?? "")),
      }))
      // Versions that end are written before their successors: only one may be open at a time.
      .sort((a, b) => (a.valid_to ?? "9").localeCompare(b.valid_to ?? "9"))
    this.keptIndex = null
    return upsert(context, "administrative_unit", records)
  }

  /** Writes edges of the reform; an edge that is there already is overwritten. Returns the number of rows. */
  @InjectTransactionManager()
  async importSuccession(rows: SuccessionRow[], @MedusaContext() context: Ctx = {}): Promise<number> {
    const records = rows.map((row) => ({
      id: `succ_${row.old_commune_code ?? `d${row.old_district_code}`}_${row.new_commune_code}`,
      ...row,
      search_text: unitSearchText(row.old_commune || row.old_district, row.old_district, row.old_province),
    }))
    this.keptIndex = null
    return upsert(context, "administrative_succession", records)
  }

  private unitsOn(context: Ctx, day: CivilDate = todayInVietnam()) {
    return knexOf(context)("administrative_unit")
      .select(UNIT_COLUMNS)
      .whereNull("deleted_at")
      .where("valid_from", "<=", day)
      .where((open) => open.whereNull("valid_to").orWhere("valid_to", ">", day))
  }
}

const isText = (code: string | null | undefined): code is string => typeof code === "string"

function managerOf(context: Ctx): SqlEntityManager {
  const manager = context.transactionManager ?? context.manager
  if (!manager) throw new Error("Called outside of a database context")
  return manager
}

function knexOf(context: Ctx) {
  return managerOf(context).getKnex()
}

async function upsert(context: Ctx, table: string, records: ({ id: string } & Record<string, unknown>)[]): Promise<number> {
  const transaction = managerOf(context).getTransactionContext()
  for (let start = 0; start < records.length; start += BATCH_ROWS) {
    const insert = knexOf(context)(table).insert(records.slice(start, start + BATCH_ROWS)).onConflict("id").merge()
    if (transaction) insert.transacting(transaction)
    await insert
  }
  return records.length
}
