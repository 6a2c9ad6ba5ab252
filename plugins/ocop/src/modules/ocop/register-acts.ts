import type { CivilDate } from "@cho-phien/administrative-units"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { addDays } from "@cho-phien/administrative-units"
import { alreadyRecognised, alreadyRevoked, prolongationTooLong, unknownRecognition, unknownRegisterProduct } from "./errors"
import { concludedAfterRevoked, notCompetent, outsideProvince, replacedAlready, revokedBeforeIssue, revokedInFuture } from "./errors-register"
import { competenceOf, type ActingLevel } from "./rules/acting-authority"
import { diffOf, type Diff } from "./rules/official-list/diff"
import type { Authority } from "./rules/rating-authority"
import { latestRecognition, recognitionStatus } from "./rules/recognition-status"
import { latestProlongation, termsOn } from "./rules/recognition-terms"
import { revocationTiming, type RevocationGround } from "./rules/revocation"
import type OcopModuleService from "./service"
import type { OcopProductDto, RecognitionDto, RecognitionInput } from "./service"

export type Ctx = Context<SqlEntityManager>

/** Who acts on the register. `province_code`: the one province they may act in; null for the whole country. */
export type RegisterActor = {
  type: "official" | "user" | "seller" | "system"
  id: string
  name: string
  province_code: string | null
  level: ActingLevel
  illustrative: boolean
}

export type ActKind = "recognise" | "revoke" | "prolong" | "link" | "unlink" | "name_owner" | "end_owner" | "add_external" | "check_external" | "remove_external" | "undo"
export type ActLine = { ocop_product_id: string; recognition_id?: string | null; act: ActKind; document_no?: string | null; fields?: Diff[]; warnings?: string[] }

export type Withdrawal = { id: string; ground: RevocationGround; revoked_on: CivilDate; document_no: string; concluded_on: CivilDate; reason?: string | null }
export type Prolongation = { id: string; until: CivilDate; document_no: string }
export type Acted = { recognition: RecognitionDto; warnings: string[]; /** It was there already; nothing was written. */ unchanged?: true }

/** One act at a time, and none while a list is being written: both look before they write. */
export async function lockRegister(context: Ctx): Promise<void> {
  const manager = context.transactionManager
  if (!manager) throw new Error("The register is written in a transaction only")
  const lock = manager.getKnex().raw("select pg_advisory_xact_lock(hashtext('ocop_official_list'))")
  await lock.transacting(manager.getTransactionContext() as Parameters<typeof lock.transacting>[0])
}

export async function writeAct(ocop: OcopModuleService, line: ActLine, actor: RegisterActor, context: Ctx): Promise<void> {
  const json = (value: unknown) => value as Record<string, unknown>
  await ocop.createRegisterActs([{
    ocop_product_id: line.ocop_product_id,
    recognition_id: line.recognition_id ?? null,
    act: line.act,
    actor_type: actor.type,
    actor_id: actor.id,
    actor_name: actor.name,
    document_no: line.document_no ?? null,
    fields: json(line.fields ?? []),
    warnings: json(line.warnings ?? []),
    illustrative: actor.illustrative,
  }], context)
}

/** The product, once it is clear that the actor may act on it. @throws ApiError 404 `ocop.unknown_register_product`, 403 `ocop.outside_province` */
export async function productFor(ocop: OcopModuleService, id: string, actor: RegisterActor, context: Ctx): Promise<OcopProductDto> {
  const [product] = await ocop.listOcopProducts({ id }, {}, context)
  if (!product) throw unknownRegisterProduct()
  if (actor.province_code !== null && actor.province_code !== product.province_code) throw outsideProvince()
  return product as unknown as OcopProductDto
}

/** A recognition whose `id` is there already stays as it is: whoever was cut off may send it again. */
export async function enterRecognition(ocop: OcopModuleService, input: RecognitionInput, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<Acted> {
  await lockRegister(context)
  await productFor(ocop, input.ocop_product_id, actor, context)
  const [known] = input.id ? await ocop.listRecognitions({ id: input.id }, {}, context) : []
  if (known) return { recognition: known as unknown as RecognitionDto, warnings: [], unchanged: true }
  const warnings = await weigh(ocop, actor, input.star, input.issued_on, context)
  const sameDay = await ocop.listRecognitions({ ocop_product_id: input.ocop_product_id, issued_on: input.issued_on, revoked_on: null }, { select: ["id"] }, context)
  if (sameDay.length > 0) throw alreadyRecognised()
  const [recognition] = await ocop.recordRecognitions([{ ...input, ...(actor.illustrative && { illustrative: true }) }], today, context)
  const written = recognition as RecognitionDto
  const { star, decision_no, issued_by, issued_on, expires_on } = written
  await writeAct(ocop, { ocop_product_id: input.ocop_product_id, recognition_id: written.id, act: "recognise", document_no: decision_no, fields: diffOf(null, { star, decision_no, issued_by, issued_on, expires_on }), warnings }, actor, context)
  return { recognition: written, warnings }
}

/** Withdraws a certificate on one of the six grounds of Article 8.1 of Decision 26/2026/QĐ-TTg. */
export async function withdrawRecognition(ocop: OcopModuleService, { id, ...order }: Withdrawal, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<Acted> {
  await lockRegister(context)
  const recognition = await recognitionFor(ocop, id, actor, context)
  // Whose it is not to decide hears that, and nothing about the days.
  const warnings = await weigh(ocop, actor, recognition.star, order.revoked_on, context)
  if (recognition.revoked_on) throw alreadyRevoked()
  if (order.revoked_on > today) throw revokedInFuture()
  if (order.revoked_on < recognition.issued_on) throw revokedBeforeIssue()
  if (order.concluded_on > order.revoked_on) throw concludedAfterRevoked()
  const { late_by_days } = revocationTiming(order.concluded_on, order.revoked_on)
  if (late_by_days > 0) warnings.push(`late_by_days:${late_by_days}`)
  const facts = {
    revoked_on: order.revoked_on,
    revocation_ground: order.ground,
    revocation_document_no: order.document_no,
    revocation_concluded_on: order.concluded_on,
    revocation_reason: order.reason ?? null,
  }
  const announced_status = recognitionStatus({ ...recognition, ...facts }, today)
  await ocop.updateRecognitions([{ id, ...facts, announced_status }], context)
  await writeAct(ocop, { ocop_product_id: recognition.ocop_product_id, recognition_id: id, act: "revoke", document_no: order.document_no, fields: diffOf(recognition, facts), warnings }, actor, context)
  return { recognition: { ...recognition, ...facts, announced_status }, warnings }
}

/** Lets a certificate hold on while a late renewal is decided, at most as long as Article 12.3 allows. */
export async function prolongRecognition(ocop: OcopModuleService, { id, until, document_no }: Prolongation, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<Acted> {
  await lockRegister(context)
  const recognition = await recognitionFor(ocop, id, actor, context)
  if (recognition.revoked_on) throw alreadyRevoked()
  const all = (await ocop.listRecognitions({ ocop_product_id: recognition.ocop_product_id }, {}, context)) as unknown as RecognitionDto[]
  if (latestRecognition(all, today)?.id !== id) throw replacedAlready()
  const law = termsOn(await ocop.listLegalVersions({}, {}, context), addDays(recognition.expires_on, 1))
  const latest = law && latestProlongation(recognition.expires_on, law)
  if (!latest || until > latest || until <= recognition.expires_on) throw prolongationTooLong()
  const warnings = await weigh(ocop, actor, recognition.star, today, context)
  const facts = { prolonged_until: until, prolongation_document_no: document_no }
  const announced_status = recognitionStatus({ ...recognition, ...facts }, today)
  await ocop.updateRecognitions([{ id, ...facts, announced_status }], context)
  await writeAct(ocop, { ocop_product_id: recognition.ocop_product_id, recognition_id: id, act: "prolong", document_no, fields: diffOf(recognition, facts), warnings }, actor, context)
  return { recognition: { ...recognition, ...facts, announced_status }, warnings }
}

async function recognitionFor(ocop: OcopModuleService, id: string, actor: RegisterActor, context: Ctx): Promise<RecognitionDto> {
  const [recognition] = (await ocop.listRecognitions({ id }, {}, context)) as unknown as RecognitionDto[]
  if (!recognition) throw unknownRecognition()
  await productFor(ocop, recognition.ocop_product_id, actor, context)
  return recognition
}

/** @throws ApiError 403 `ocop.not_competent` @returns what the person should be told */
async function weigh(ocop: OcopModuleService, actor: RegisterActor, star: number, day: CivilDate, context: Ctx): Promise<string[]> {
  const competence = competenceOf((await ocop.listRatingAuthorities({}, {}, context)) as Authority[], actor.level, star, day)
  if (competence.verdict === "refused") throw notCompetent(star, competence.competent)
  return competence.verdict === "warned" ? [competence.reason] : []
}
