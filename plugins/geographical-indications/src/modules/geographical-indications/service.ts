import { todayInVietnam, unitSearchText, type CivilDate } from "@cho-phien/administrative-units"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { RegisterActor } from "./actor"
import { alreadyRevoked, documentExists, revokedBeforeIssue, unknownIndication, unknownRightOfUse, zoneReasonNeeded } from "./errors"
import Gi from "./models/gi"
import GiZoneUnit from "./models/gi-zone-unit"
import RightOfUse from "./models/right-of-use"
import RightOfUseEvent from "./models/right-of-use-event"
import { isProtected, isRightInForce, rightOfUseStatus, type RightOfUseStatus } from "./rules/right-of-use"
import { judgeZone } from "./rules/zone"
import { findRights, type RightsQuestion } from "./find-rights"

type Ctx = Context<SqlEntityManager>

export type GiDto = Omit<InferTypeOf<typeof Gi>, "zone_units" | "rights_of_use">
export type GiZoneUnitDto = Omit<InferTypeOf<typeof GiZoneUnit>, "gi"> & { gi_id: string }
export type RightOfUseDto = Omit<InferTypeOf<typeof RightOfUse>, "gi" | "search_text"> & { gi_id: string }

type Managed = "created_at" | "updated_at" | "deleted_at"
export type GiInput = Omit<GiDto, Managed>
export type GiZoneUnitInput = Omit<GiZoneUnitDto, Managed>

export type RightOfUseEventDto = InferTypeOf<typeof RightOfUseEvent>

/** Where a producer works, as `resolveProducerPlace` answers it. */
export type ProducerPlace = {
  commune_code: string
  province_code: string
  old_commune_code: string | null
  possible_old_codes: string[]
}

export type RightOfUseInput = {
  id?: string
  gi_id: string
  producer_name: string
  product_name?: string | null
  document_no: string
  issued_by: string
  issued_on: CivilDate
  expires_on?: CivilDate | null
  illustrative?: boolean
  source: string
  place: ProducerPlace
  /** Why it is entered although the zone does not carry it. */
  override_reason?: string | null
}

export type Revocation = { revoked_on: CivilDate; document_no: string; reason: string }

/** The register of geographical indications and origin marks, their zones, who may use them, and the log of who gave it. */
export default class GeographicalIndicationsModuleService extends MedusaService({ Gi, GiZoneUnit, RightOfUse, RightOfUseEvent }) {
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
   * Enters a document on a right of use, and who entered it, in one transaction. One whose `id` is there already stays untouched.
   * @throws ApiError 404 `…unknown_indication`, 409 `…document_exists`, and without `override_reason` 409 `…outside_zone`,
   * `…place_ambiguous`, `…zone_unconfirmed` or `…zone_unknown`
   */
  @InjectTransactionManager()
  async recordRightOfUse(
    input: RightOfUseInput,
    actor: RegisterActor,
    today: CivilDate = todayInVietnam(),
    @MedusaContext() context: Ctx = {},
  ): Promise<RightOfUseDto> {
    const { override_reason, place, ...facts } = input
    const [known] = input.id ? await this.listRightOfUses({ id: input.id }, {}, context) : []
    if (known) return known as unknown as RightOfUseDto
    // One document at a time per sign: of two who enter the same at once, the second finds the first's.
    await knexOf(context)("gi").select("id").where({ id: input.gi_id }).forUpdate().transacting(transactionOf(context))
    const [gi] = await this.listGis({ id: input.gi_id }, { relations: ["zone_units"] }, context)
    if (!gi) throw unknownIndication()
    const same = await this.listRightOfUses({ gi_id: input.gi_id, document_no: input.document_no }, { select: ["id"] }, context)
    if (same.length > 0) throw documentExists()
    const judgement = judgeZone(gi, gi.zone_units, place)
    if (judgement.reason_needed && !override_reason) throw zoneReasonNeeded(judgement)
    const { commune_code, province_code, old_commune_code } = place
    const right = await this.createRightOfUses(
      {
        ...facts,
        commune_code,
        province_code,
        old_commune_code,
        zone_finding: judgement.finding,
        search_text: unitSearchText(input.producer_name),
        announced_in_force: isRightInForce({ expires_on: null, revoked_on: null, ...facts }, today) && isProtected(gi, today),
      },
      context,
    )
    const action = judgement.reason_needed ? "overridden" : "recorded"
    await this.log(right.id, action, actor, override_reason ?? null, { zone: judgement, place, document_no: input.document_no, gi_id: input.gi_id }, context)
    return right as unknown as RightOfUseDto
  }

  /** Takes back a document whose entering failed half-way. */
  @InjectTransactionManager()
  async undoRecord(id: string, actor: RegisterActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    await this.deleteRightOfUses([id], context)
    await this.log(id, "undone", actor, null, { undone: "recorded" }, context)
  }

  /** @throws ApiError 404 `…unknown_right_of_use`, 409 `…already_revoked`, 400 `…revoked_before_issue` */
  @InjectTransactionManager()
  async revokeRightOfUse(id: string, revocation: Revocation, actor: RegisterActor, @MedusaContext() context: Ctx = {}): Promise<RightOfUseDto> {
    const [right] = await this.listRightOfUses({ id }, {}, context)
    if (!right) throw unknownRightOfUse()
    const today = todayInVietnam()
    // A day to come that was entered wrongly must not stand in the way of the right one.
    if (right.revoked_on && right.revoked_on <= today) throw alreadyRevoked()
    const { revoked_on, document_no, reason } = revocation
    if (revoked_on < right.issued_on) throw revokedBeforeIssue()
    const announced_in_force = isRightInForce({ ...right, revoked_on }, today)
    const changes = { id, revoked_on, revocation_document_no: document_no, revocation_reason: reason, announced_in_force }
    const revoked = await this.updateRightOfUses(changes, context)
    await this.log(id, "revoked", actor, reason, { revoked_on, document_no }, context)
    return revoked as unknown as RightOfUseDto
  }

  /** Takes back a withdrawal that failed half-way: the right as it was before. */
  @InjectTransactionManager()
  async undoRevocation(before: RightOfUseDto, actor: RegisterActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    const { id, revoked_on, revocation_document_no, revocation_reason } = before
    await this.updateRightOfUses({ id, revoked_on, revocation_document_no, revocation_reason, announced_in_force: null }, context)
    await this.log(id, "undone", actor, null, { undone: "revoked" }, context)
  }

  private async log(
    right_of_use_id: string,
    action: RightOfUseEventDto["action"],
    actor: RegisterActor,
    reason: string | null,
    facts: Record<string, unknown>,
    context: Ctx,
  ): Promise<void> {
    await this.createRightOfUseEvents(
      { right_of_use_id, action, actor_type: actor.type, actor_id: actor.id, actor_name: actor.name, reason, facts, illustrative: actor.illustrative },
      context,
    )
  }

  /** Rights of use by words, kind, status and area, with their indication, their status on the day and the log of each. */
  @InjectManager()
  async searchRightsOfUse(
    question: RightsQuestion,
    @MedusaContext() context: Ctx = {},
  ): Promise<{ rights: (RightOfUseDto & { gi: GiDto; status: RightOfUseStatus; events: RightOfUseEventDto[] })[]; count: number }> {
    const today = todayInVietnam()
    const { ids, count } = await findRights(knexOf(context), question, today)
    const [rights, events] = await Promise.all([
      this.listRightOfUses({ id: ids }, { relations: ["gi"] }, context),
      this.listRightOfUseEvents({ right_of_use_id: ids }, { order: { created_at: "ASC", id: "ASC" } }, context),
    ])
    const found = rights.map(({ search_text: _text, ...right }) => ({
      ...right,
      status: rightOfUseStatus(right, today),
      events: events.filter((event) => event.right_of_use_id === right.id),
    }))
    const order = new Map(ids.map((id, i) => [id, i]))
    return { rights: found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) as never, count }
  }

  /** Rights in force of a producer of this name (kind of firm, case and tone marks apart). The operator decides whether it is the same. */
  async proposeRightsOfUse(producer: { producer_name: string }): Promise<(RightOfUseDto & { gi: GiDto })[]> {
    const { rights } = await this.searchRightsOfUse({ q: withoutKind(producer.producer_name), limit: 20, offset: 0 })
    return rights.filter((right) => right.status === "valid")
  }

  /** Rights that came into force or ran out since it was last told, because a day has passed. */
  async listUnannounced(today: CivilDate): Promise<{ id: string; in_force: boolean }[]> {
    const rights = await this.listRightOfUses({}, { relations: ["gi"] })
    return rights
      .map((right) => ({ id: right.id, in_force: isRightInForce(right, today) && isProtected(right.gi, today), told: right.announced_in_force }))
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

function transactionOf(context: Ctx) {
  const transaction = (context.transactionManager ?? context.manager)?.getTransactionContext()
  if (!transaction) throw new Error("Called outside of a transaction")
  return transaction
}
