import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { InferTypeOf } from "@medusajs/framework/types"
import { perform } from "./acts/perform"
import { seatsNow } from "./acts/council"
import type { Ctx, Work } from "./acts/work"
import { alreadyOpen, changedMeanwhile, consentMissing, noSheet, notNow, notYourAct, sheetHandedIn, sheetIncomplete, tooManyAttachments, unknownAttachment, unknownCouncil, unknownDossier } from "./errors"
import { listCommuneCodes, listDossierIds, type DossierFilter, type DossierPage } from "./list-dossiers"
import CalendarDay from "./models/calendar-day"
import Council from "./models/council"
import Dossier from "./models/dossier"
import DossierAttachment from "./models/dossier-attachment"
import DossierConsultant from "./models/dossier-consultant"
import DossierEvent from "./models/dossier-event"
import DossierRating from "./models/dossier-rating"
import DossierSerial from "./models/dossier-serial"
import DossierSheet from "./models/dossier-sheet"
import DossierTerms from "./models/dossier-terms"
import type { ActInput, SheetBody } from "./rules/act-input"
import type { QuorumTerms } from "./rules/council-quorum"
import { dueDate, type DossierTerms as Deadlines } from "./rules/deadlines"
import { choicesOf, lacksConsent, mergeAssessment, mergeForm, type DossierFormChange, type SelfAssessmentChange } from "./rules/dossier-form"
import { actsOf, isActOf, mayAct } from "./rules/dossier-state"
import { FINAL_STATES, type DossierAct, type DossierFacts, type DossierRole, type DossierState } from "./rules/dossier-types"
import { maySee, rolesOn, type DossierActor } from "./rules/roles-on-dossier"
import { ATTACHMENT_LIMITS } from "./rules/sniff-attachment"
import type { CalendarDay as Day } from "./rules/working-days"
import type { AttachmentRow, CouncilRow, DossierLaw, DossierRow, EventRow, LoadedDossier, RatingRow, SheetRow } from "./rows"

type Managed = "created_at" | "updated_at" | "deleted_at"
export type CalendarDayInput = Omit<InferTypeOf<typeof CalendarDay>, Managed>
export type DossierTermsInput = Omit<InferTypeOf<typeof DossierTerms>, Managed | "province_rounds" | "ministry_rounds"> & Pick<Deadlines, "province_rounds" | "ministry_rounds">
export type NewDossier = Pick<DossierRow, "seller_id" | "kind" | "commune_code" | "province_code" | "product_set_no" | "ocop_product_id" | "listing_id" | "form" | "illustrative">

/** A dossier as one viewer has it: what they are on it and what they may do now. */
export type Viewed = LoadedDossier & { roles: DossierRole[]; acts: DossierAct[]; facts: DossierFacts }

export type Acted = { dossier: DossierRow; before: DossierRow; act: ActInput["act"] }

/** Dossiers from draft to decision. Every act locks its dossier, says which version it saw, and leaves a line behind. */
export default class DossierModuleService extends MedusaService({
  Dossier,
  DossierEvent,
  DossierAttachment,
  DossierRating,
  DossierSheet,
  DossierConsultant,
  DossierSerial,
  Council,
  CalendarDay,
  DossierTerms,
}) {
  @InjectTransactionManager()
  async createDossier(input: NewDossier, actor: DossierActor, @MedusaContext() context: Ctx = {}): Promise<string> {
    if (input.ocop_product_id) {
      // Two of one shop at once: the second waits, and then sees the dossier of the first.
      await this.sql("select pg_advisory_xact_lock(hashtext('ocop_dossier ' || ?))", [input.ocop_product_id], context)
      const [open] = await this.listDossiers({ ocop_product_id: input.ocop_product_id, state: { $nin: [...FINAL_STATES] } }, { select: ["id"] }, context)
      if (open) throw alreadyOpen({ dossier_id: open.id })
    }
    const names = { product_name: input.form.product_name ?? "", applicant_name: input.form.applicant_name ?? "" }
    const [created] = await this.createDossiers([{ ...input, ...names, state: "draft" as const, version: 1, self_assessment: {} }], context)
    if (!created) throw new Error("A dossier was not created")
    await this.append(created as unknown as DossierRow, null, "created", actor, "producer", {}, context)
    return created.id
  }

  /** @throws ApiError 404 `dossier.unknown_dossier`, also where it is not the viewer's to see */
  @InjectManager()
  async view(id: string, actor: DossierActor, @MedusaContext() context: Ctx = {}): Promise<Viewed> {
    return this.seen(await this.load(id, context), actor)
  }

  @InjectManager()
  async listFor(actor: DossierActor, filter: DossierFilter, @MedusaContext() context: Ctx = {}): Promise<DossierPage & { viewed: Viewed[] }> {
    const manager = context.transactionManager ?? context.manager
    if (!manager) throw new Error("Called outside of a database context")
    const page = await listDossierIds(manager.getKnex(), actor, filter, todayInVietnam())
    const loaded = await this.loadAll(page.ids, context)
    return { ...page, viewed: loaded.map((one) => this.seen(one, actor)) }
  }

  /** The codes of the communes the actor's dossiers come from. */
  @InjectManager()
  async communesFor(actor: DossierActor, @MedusaContext() context: Ctx = {}): Promise<string[]> {
    const manager = context.transactionManager ?? context.manager
    if (!manager) throw new Error("Called outside of a database context")
    return listCommuneCodes(manager.getKnex(), actor)
  }

  /** Saves what the producer filled in, however little. @throws ApiError 409 `dossier.changed_meanwhile`, `dossier.not_now`; 400 `dossier.consent_missing`, `ocop.wrong_choices` */
  @InjectTransactionManager()
  async editDossier(
    id: string,
    actor: DossierActor,
    change: { version: number; form?: DossierFormChange; self_assessment?: SelfAssessmentChange; product_set_no?: number },
    law: DossierLaw,
    @MedusaContext() context: Ctx = {},
  ): Promise<void> {
    const viewed = this.seen(await this.load(id, context, true), actor)
    const { dossier } = viewed
    this.allowed(viewed, "edit", change.version, law)
    if (change.form && lacksConsent(dossier.form, change.form)) throw consentMissing()
    const form = mergeForm(dossier.form, change.form ?? {})
    // With another product set goes another sheet: answers it doesn't ask for are let go.
    const known = new Set(law.criteria.map(({ no }) => no))
    const kept = change.product_set_no === undefined ? dossier.self_assessment : Object.fromEntries(Object.entries(dossier.self_assessment).filter(([no]) => known.has(no)))
    const self_assessment = mergeAssessment(kept, change.self_assessment ?? {})
    law.assertChoices(choicesOf(self_assessment), Object.keys(self_assessment))
    await this.write(dossier, { form, self_assessment, product_set_no: change.product_set_no ?? dossier.product_set_no, product_name: form.product_name ?? "", applicant_name: form.applicant_name ?? "" }, context)
  }

  /**
   * One act: locked, compared with the version its actor saw, allowed by the rules, done, and written into the history,
   * all in one transaction. @throws ApiError 403 `dossier.not_your_act`; 409 `dossier.changed_meanwhile`, `dossier.not_now`, and what the act itself refuses
   */
  @InjectTransactionManager()
  async act(id: string, actor: DossierActor, input: ActInput, law: DossierLaw, @MedusaContext() context: Ctx = {}): Promise<Acted> {
    const viewed = this.seen(await this.load(id, context, true), actor)
    const { role, to } = this.allowed(viewed, input.act, input.version, law)
    const now = new Date()
    const work: Work = { ...viewed, store: this, context, actor, role, to, law, today: todayInVietnam(now), now }
    const { change, ...line } = await perform(work, input)
    const before = viewed.dossier
    const dossier = await this.write(before, { ...change, ...(await this.dueOf({ ...before, ...change, state: to }, context)), state: to }, context)
    await this.append(dossier, before.state, input.act, actor, role, line, context)
    return { dossier, before, act: input.act }
  }

  /** Saves a member's own sheet, or hands it in. The version is the sheet's: members don't stand in each other's way. */
  @InjectTransactionManager()
  async saveSheet(id: string, actor: DossierActor, input: SheetBody, law: DossierLaw, @MedusaContext() context: Ctx = {}): Promise<void> {
    const viewed = this.seen(await this.load(id, context, true), actor)
    const sheet = ownSheet(viewed, actor)
    if (!sheet) throw noSheet()
    if (sheet.version !== input.version) throw changedMeanwhile(sheet.version)
    if (sheet.handed_in_at) throw sheetHandedIn()
    if (!viewed.acts.includes("score")) throw notNow(viewed.dossier.state, viewed.acts)
    law.assertChoices(input.options, Object.keys(input.comments))
    const missing = law.unanswered(input.options)
    if (input.hand_in && missing.length > 0) throw sheetIncomplete(missing)
    const { options, comments, general_comment } = input
    await this.updateDossierSheets([{ id: sheet.id, version: sheet.version + 1, options, comments, general_comment, ...(input.hand_in && { handed_in_at: new Date() }) }], context)
    if (!input.hand_in) return
    const dossier = await this.write(viewed.dossier, {}, context)
    await this.append(dossier, dossier.state, "hand_in", actor, sheet.role, {}, context)
  }

  /** @throws ApiError 403 `dossier.not_your_act`, 409 `dossier.not_now`, `dossier.too_many_attachments` */
  @InjectManager()
  async assertMayAttach(id: string, actor: DossierActor, @MedusaContext() context: Ctx = {}): Promise<DossierRole> {
    return this.mayAttach(this.seen(await this.load(id, context), actor), context)
  }

  /** Asked before anything is prepared for an act; the act asks again under its lock. */
  @InjectManager()
  async assertMayAct(id: string, actor: DossierActor, act: DossierAct, version: number, @MedusaContext() context: Ctx = {}): Promise<void> {
    this.allowed(this.seen(await this.load(id, context), actor), act, version)
  }

  @InjectTransactionManager()
  async addAttachment(
    id: string,
    actor: DossierActor,
    file: Pick<AttachmentRow, "file_key" | "filename" | "content_type" | "bytes" | "sha256" | "kind" | "criterion" | "note">,
    @MedusaContext() context: Ctx = {},
  ): Promise<AttachmentRow> {
    const added_role = await this.mayAttach(this.seen(await this.load(id, context, true), actor), context)
    const [created] = await this.createDossierAttachments([{ ...file, dossier_id: id, added_role, added_by: actor.id }], context)
    return created as unknown as AttachmentRow
  }

  /** Gone while the dossier was never handed in; marked as withdrawn afterwards. Only by the side that added it, while it holds the dossier. */
  @InjectTransactionManager()
  async removeAttachment(id: string, attachmentId: string, actor: DossierActor, @MedusaContext() context: Ctx = {}): Promise<{ removed: "deleted" | "marked"; file_key: string }> {
    const viewed = this.seen(await this.load(id, context, true), actor)
    const role = this.allowed(viewed, "attach").role
    const [attachment] = await this.listDossierAttachments({ id: attachmentId, dossier_id: id, withdrawn_at: null }, {}, context)
    if (!attachment) throw unknownAttachment()
    if (attachment.added_role !== role) throw notYourAct()
    if (viewed.dossier.submitted_on === null) {
      await this.deleteDossierAttachments([attachmentId], context)
      return { removed: "deleted", file_key: attachment.file_key }
    }
    await this.updateDossierAttachments([{ id: attachmentId, withdrawn_at: new Date() }], context)
    return { removed: "marked", file_key: attachment.file_key }
  }

  /** Writes a council; with `version`, changes one. A rating that is open keeps the seats it opened with. */
  @InjectTransactionManager()
  async saveCouncil(input: Omit<CouncilRow, "id" | "version" | "created_at">, known: { id: string; version: number } | null, @MedusaContext() context: Ctx = {}): Promise<string> {
    const row = { ...input, members: input.members as unknown as Record<string, unknown> }
    if (!known) {
      const [created] = await this.createCouncils([row], context)
      if (!created) throw new Error("A council was not created")
      return created.id
    }
    const [locked] = await this.sql<{ version: number; province_code: string | null; level: string }>("select version, province_code, level from ocop_council where id = ? and deleted_at is null for update", [known.id], context)
    if (!locked || locked.level !== input.level || locked.province_code !== input.province_code) throw unknownCouncil()
    if (locked.version !== known.version) throw changedMeanwhile(locked.version)
    await this.updateCouncils([{ id: known.id, ...row, version: known.version + 1 }], context)
    return known.id
  }

  /** The register has been told of a recognition. */
  @InjectTransactionManager()
  async finishRegistration(id: string, ocopProductId: string, @MedusaContext() context: Ctx = {}): Promise<void> {
    await this.updateDossiers([{ id, ocop_product_id: ocopProductId, registration: "done" as const }], context)
  }

  /** The register refused a recognition: the dossier is where it was, and the history says so. */
  @InjectTransactionManager()
  async undoRecognition(id: string, before: Pick<DossierRow, "state" | "decision">, @MedusaContext() context: Ctx = {}): Promise<void> {
    const { dossier } = await this.load(id, context, true)
    if (dossier.state !== "recognised" || dossier.registration !== "pending") return
    const back: Partial<DossierRow> = { ...before, star: null, product_code: null, registration: "none" }
    const written = await this.write(dossier, { ...back, ...(await this.dueOf({ ...dossier, ...back }, context)) }, context)
    await this.append(written, "recognised", "registration_failed", { type: "operator", id: "system", name: "Chợ Phiên" }, "system", {}, context)
  }

  /** Loads holidays and terms; rows there already are overwritten, and open dossiers get the dates that follow. */
  @InjectTransactionManager()
  async importDossierLaw(law: { calendar: CalendarDayInput[]; terms: DossierTermsInput[] }, @MedusaContext() context: Ctx = {}): Promise<void> {
    await this.deleteCalendarDays({ id: law.calendar.map(({ id }) => id) }, context)
    await this.createCalendarDays(law.calendar, context)
    await this.deleteDossierTerms({ id: law.terms.map(({ id }) => id) }, context)
    await this.createDossierTerms(law.terms.map((row) => ({ ...row, province_rounds: json(row.province_rounds), ministry_rounds: json(row.ministry_rounds) })), context)
    const open = (await this.listDossiers({ clock_on: { $ne: null } } as Parameters<DossierModuleService["listDossiers"]>[0], {}, context)) as unknown as DossierRow[]
    for (const dossier of open) await this.updateDossiers([{ id: dossier.id, ...(await this.dueOf(dossier, context)) }], context)
  }

  /** The terms of a decision, or the latest known where it has none of its own. */
  async termsOf(legalVersion: string | null, context: Ctx = {}): Promise<Deadlines & QuorumTerms> {
    const rows = await this.listDossierTerms({}, { order: { legal_version: "DESC" } }, context)
    const row = rows.find(({ legal_version }) => legal_version === legalVersion) ?? rows[0]
    if (!row) throw new Error("No terms of dossiers are loaded: run the seed of the registers")
    return row as unknown as Deadlines & QuorumTerms
  }

  private seen(loaded: LoadedDossier, actor: DossierActor): Viewed {
    const { dossier, consultants } = loaded
    const seats = seatsNow(loaded)
    const place = {
      handed_in: dossier.submitted_on !== null,
      seller_id: dossier.seller_id,
      commune_code: dossier.commune_code,
      province_code: dossier.province_code,
      sent_to_ministry: dossier.sent_to_ministry_on !== null,
      consultants: consultants.map(({ official_id }) => official_id),
      seats: seats.map(({ official_id, role, recused_at }) => ({ official_id, role, recused: recused_at !== null })),
    }
    if (!maySee(actor, place)) throw unknownDossier()
    const roles = rolesOn(actor, place)
    const closed = loaded.ratings.filter((rating) => rating.closed_at !== null)
    const own = seats.find((seat) => seat.official_id === actor.id)
    const facts: DossierFacts = { kind: dossier.kind, advised: dossier.advice !== null, result: closed.at(-1)?.result?.star ?? null, handed_in: Boolean(own?.handed_in_at) }
    return { ...loaded, roles, facts, acts: actsOf(dossier.state, roles, facts) }
  }

  /** Whether the act may be done on what its actor saw. What only the version tells is told first. */
  private allowed(viewed: Viewed, act: DossierAct, version?: number, law?: DossierLaw): { role: DossierRole; to: DossierState } {
    const { dossier, roles, facts, acts } = viewed
    if (!isActOf(act, roles)) throw notYourAct()
    if ((version ?? dossier.version) !== dossier.version || (law?.dossier_version ?? dossier.version) !== dossier.version) throw changedMeanwhile(dossier.version)
    const may = mayAct(dossier.state, act, roles, facts)
    if (!may) throw notNow(dossier.state, acts)
    return may
  }

  private async mayAttach(viewed: Viewed, context: Ctx): Promise<DossierRole> {
    const { role } = this.allowed(viewed, "attach")
    const [, count] = await this.listAndCountDossierAttachments({ dossier_id: viewed.dossier.id }, { take: 1 }, context)
    if (count >= ATTACHMENT_LIMITS.perDossier) throw tooManyAttachments()
    return role
  }

  private async load(id: string, context: Ctx, lock = false): Promise<LoadedDossier> {
    if (lock) await this.sql("select id from ocop_dossier where id = ? and deleted_at is null for update", [id], context)
    const [loaded] = await this.loadAll([id], context)
    if (!loaded) throw unknownDossier()
    return loaded
  }

  private async loadAll(ids: string[], context: Ctx): Promise<LoadedDossier[]> {
    if (ids.length === 0) return []
    const dossiers = (await this.listDossiers({ id: ids }, {}, context)) as unknown as DossierRow[]
    const ratings = (await this.listDossierRatings({ dossier_id: ids }, { order: { rating_no: "ASC" } }, context)) as unknown as RatingRow[]
    const sheets = (await this.listDossierSheets({ dossier_id: ids }, { order: { id: "ASC" } }, context)) as unknown as SheetRow[]
    const consultants = await this.listDossierConsultants({ dossier_id: ids }, { order: { id: "ASC" } }, context)
    return ids.flatMap((id) => {
      const dossier = dossiers.find((row) => row.id === id)
      const of = <T extends { dossier_id: string }>(rows: T[]) => rows.filter((row) => row.dossier_id === id)
      return dossier ? [{ dossier, ratings: of(ratings), sheets: of(sheets), consultants: of(consultants) }] : []
    })
  }

  private async write(before: DossierRow, change: Partial<DossierRow>, context: Ctx): Promise<DossierRow> {
    const version = before.version + 1
    await this.updateDossiers([{ id: before.id, ...(change as Record<string, unknown>), version }], context)
    return { ...before, ...change, version }
  }

  private async dueOf(dossier: Pick<DossierRow, "state" | "kind" | "clock_on" | "law_day">, context: Ctx): Promise<Pick<DossierRow, "due_on" | "due_basis" | "due_provisional">> {
    const calendar = (await this.listCalendarDays({}, { select: ["day", "kind"] }, context)) as Day[]
    const due = dueDate(dossier, await this.termsOf(null, context), calendar)
    return { due_on: due?.due_on ?? null, due_basis: due?.basis ?? null, due_provisional: due?.provisional ?? false }
  }

  private async append(
    dossier: Pick<DossierRow, "id" | "state" | "version">,
    from: DossierState | null,
    act: string,
    actor: DossierActor,
    role: EventRow["role"],
    line: { note?: string | null; document_no?: string | null; document_date?: CivilDate | null },
    context: Ctx,
  ): Promise<void> {
    await this.createDossierEvents(
      [{ dossier_id: dossier.id, act, from_state: from, to_state: dossier.state, role, actor_id: actor.id, actor_name: actor.name, version: dossier.version, ...line }],
      context,
    )
  }

  private async sql<T>(statement: string, parameters: unknown[], context: Ctx): Promise<T[]> {
    const manager = context.transactionManager
    if (!manager) throw new Error("A row is locked in a transaction only")
    return manager.execute<T[]>(statement, parameters, "all", manager.getTransactionContext())
  }
}

/** The seat a viewer scores from, in the council it lies before. */
export function ownSheet(loaded: LoadedDossier, actor: DossierActor): SheetRow | null {
  return seatsNow(loaded).find((seat) => seat.official_id === actor.id && seat.role !== "secretary" && seat.recused_at === null) ?? null
}

function json(value: unknown) {
  return value as Record<string, unknown>
}
