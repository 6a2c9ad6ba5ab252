import { foldedWords, todayInVietnam, unitSearchText, type CivilDate } from "@cho-phien/administrative-units"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { alreadyRevoked, documentExists, unknownRightOfUse } from "./errors"
import Gi from "./models/gi"
import GiZoneUnit from "./models/gi-zone-unit"
import RightOfUse from "./models/right-of-use"
import { isRightInForce, rightOfUseStatus, type RightOfUseStatus } from "./rules/right-of-use"

type Ctx = Context<SqlEntityManager>

export type GiDto = Omit<InferTypeOf<typeof Gi>, "zone_units" | "rights_of_use">
export type GiZoneUnitDto = Omit<InferTypeOf<typeof GiZoneUnit>, "gi"> & { gi_id: string }
export type RightOfUseDto = Omit<InferTypeOf<typeof RightOfUse>, "gi" | "search_text"> & { gi_id: string }

type Managed = "created_at" | "updated_at" | "deleted_at"
export type GiInput = Omit<GiDto, Managed>
export type GiZoneUnitInput = Omit<GiZoneUnitDto, Managed>

export type RightOfUseInput = {
  id?: string
  gi_id: string
  producer_name: string
  document_no: string
  issued_by: string
  issued_on: CivilDate
  expires_on?: CivilDate | null
  illustrative?: boolean
  source: string
}

/** The register of geographical indications, their zones, and who may use them. */
export default class GeographicalIndicationsModuleService extends MedusaService({ Gi, GiZoneUnit, RightOfUse }) {
  /** Writes indications and the old communes of their zones; rows whose `id` is there already are overwritten. */
  @InjectTransactionManager()
  async importRegister(register: { gis: GiInput[]; zone_units: GiZoneUnitInput[] }, @MedusaContext() context: Ctx = {}): Promise<void> {
    const knownGis = await this.listGis({ id: register.gis.map((gi) => gi.id) }, { select: ["id"] }, context)
    const gis = split(register.gis, knownGis)
    if (gis.updated.length > 0) await this.updateGis(gis.updated, context)
    await this.createGis(gis.created, context)
    const knownUnits = await this.listGiZoneUnits({ id: register.zone_units.map((unit) => unit.id) }, { select: ["id"] }, context)
    const units = split(register.zone_units, knownUnits)
    if (units.updated.length > 0) await this.updateGiZoneUnits(units.updated, context)
    await this.createGiZoneUnits(units.created, context)
  }

  /**
   * Records documents on rights of use. Those whose `id` is there already stay untouched.
   * @throws ApiError 409 `geographical_indications.document_exists`
   */
  async recordRightsOfUse(inputs: RightOfUseInput[], today: CivilDate = todayInVietnam()): Promise<RightOfUseDto[]> {
    const named = inputs.flatMap((input) => input.id ?? [])
    const known = named.length === 0 ? [] : await this.listRightOfUses({ id: named }, { select: ["id"] })
    const rows = inputs
      .filter((input) => !known.some((right) => right.id === input.id))
      .map((input) => ({
        ...input,
        search_text: unitSearchText(input.producer_name),
        announced_in_force: isRightInForce({ expires_on: null, revoked_on: null, ...input }, today),
      }))
    try {
      return (await this.createRightOfUses(rows)) as unknown as RightOfUseDto[]
    } catch (error) {
      if (error instanceof Error && /document_no.*already exists/i.test(error.message)) throw documentExists()
      throw error
    }
  }

  /** @throws ApiError 404 `…unknown_right_of_use`, 409 `…already_revoked` */
  async revokeRightOfUse(id: string, revokedOn: CivilDate): Promise<RightOfUseDto> {
    const [right] = await this.listRightOfUses({ id })
    if (!right) throw unknownRightOfUse()
    if (right.revoked_on) throw alreadyRevoked()
    const announced_in_force = isRightInForce({ ...right, revoked_on: revokedOn }, todayInVietnam())
    return (await this.updateRightOfUses({ id, revoked_on: revokedOn, announced_in_force })) as unknown as RightOfUseDto
  }

  /** Rights of use by words of the producer, with their indication and status. */
  @InjectManager()
  async searchRightsOfUse(
    options: { q?: string; limit: number; offset: number },
    @MedusaContext() context: Ctx = {},
  ): Promise<{ rights: (RightOfUseDto & { gi: GiDto; status: RightOfUseStatus })[]; count: number }> {
    const query = knexOf(context)("right_of_use").whereNull("deleted_at")
    for (const word of foldedWords(options.q ?? "").slice(0, 8)) query.where("search_text", "like", `% ${word}%`)
    const [total] = await query.clone().count({ count: "*" })
    const ids: { id: string }[] = await query.select("id").orderBy(["producer_name", "id"]).limit(options.limit).offset(options.offset)
    const rights = await this.listRightOfUses({ id: ids.map((row) => row.id) }, { relations: ["gi"] }, context)
    const today = todayInVietnam()
    const withStatus = rights.map(({ search_text: _text, ...right }) => ({ ...right, status: rightOfUseStatus(right, today) }))
    const order = new Map(ids.map((row, i) => [row.id, i]))
    return {
      rights: withStatus.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) as never,
      count: Number(total?.count ?? 0),
    }
  }

  /** Rights in force of a producer of this name (kind of firm, case and tone marks apart). The operator decides whether it is the same. */
  async proposeRightsOfUse(producer: { producer_name: string }): Promise<(RightOfUseDto & { gi: GiDto })[]> {
    const { rights } = await this.searchRightsOfUse({ q: withoutKind(producer.producer_name), limit: 20, offset: 0 })
    return rights.filter((right) => right.status === "valid")
  }

  /** Rights that came into force or ran out since it was last told, because a day has passed. */
  async listUnannounced(today: CivilDate): Promise<{ id: string; in_force: boolean }[]> {
    const rights = await this.listRightOfUses({})
    return rights
      .map((right) => ({ id: right.id, in_force: isRightInForce(right, today), told: right.announced_in_force }))
      .filter((right) => right.in_force !== right.told)
      .map(({ id, in_force }) => ({ id, in_force }))
  }

  async markAnnounced(rights: { id: string; in_force: boolean }[]): Promise<void> {
    await this.updateRightOfUses(rights.map(({ id, in_force }) => ({ id, announced_in_force: in_force })))
  }
}

function split<T extends { id: string }>(rows: T[], known: { id: string }[]): { updated: T[]; created: T[] } {
  const ids = new Set(known.map((row) => row.id))
  return { updated: rows.filter((row) => ids.has(row.id)), created: rows.filter((row) => !ids.has(row.id)) }
}

function withoutKind(name: string): string {
  return name.replace(/^\s*(htx|tht|hkd|hợp tác xã|tổ hợp tác|hộ kinh doanh|công ty( cp| cổ phần| tnhh)?( mtv)?)\s+/iu, "")
}

function knexOf(context: Ctx) {
  const manager = context.transactionManager ?? context.manager
  if (!manager) throw new Error("Called outside of a database context")
  return manager.getKnex()
}
