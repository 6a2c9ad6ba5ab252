import { isCivilDate, todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { GI_MODULE } from "../modules/geographical-indications"
import type { RegisterActor } from "../modules/geographical-indications/actor"
import { unknownIndication, unknownRightOfUse } from "../modules/geographical-indications/errors"
import { RIGHT_OF_USE_STATUSES, rightOfUseStatus } from "../modules/geographical-indications/rules/right-of-use"
import type GeographicalIndicationsModuleService from "../modules/geographical-indications/service"
import type { GiDto, RightOfUseDto, RightOfUseEventDto } from "../modules/geographical-indications/service"
import { placesOf } from "../queries/places"
import { recordRightOfUseWorkflow } from "../workflows/record-right-of-use"
import { revokeRightOfUseWorkflow } from "../workflows/revoke-right-of-use"

// One behaviour behind two doors: /admin (the operator) and /official (plugins/oversight), which differ in who is asked and where.

const CivilDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})
const Text = z.string().trim().min(1).max(300)
/** Long enough to say something: it is kept for ever. */
const Reason = z.string().trim().min(10).max(1000)
const CommuneCode = z.string().regex(/^\d{5}$/)

export const RightsQuery = z.strictObject({
  q: z.string().max(200).optional(),
  gi: z.string().max(200).optional(),
  status: z.enum(RIGHT_OF_USE_STATUSES).optional(),
  sort: z.enum(["producer", "newest", "ending"]).default("producer"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})

export const RightOfUseBody = z
  .strictObject({
    gi_handle: z.string().min(1).max(200),
    producer_name: Text,
    product_name: Text.nullable().optional(),
    /** The producer's commune of today, of before 1 July 2025, or both; which is which is never guessed. */
    commune_code: CommuneCode.nullable().optional(),
    old_commune_code: CommuneCode.nullable().optional(),
    document_no: Text,
    issued_by: Text,
    issued_on: CivilDate,
    expires_on: CivilDate.nullable().optional(),
    source: Text,
    override_reason: Reason.nullable().optional(),
  })
  .refine((body) => !body.expires_on || body.expires_on >= body.issued_on, {
    path: ["expires_on"],
    params: { vi: "Ngày hết hạn phải sau ngày cấp.", en: "The last day must come after the day of issue." },
  })

export const RevokeBody = z.strictObject({ revoked_on: CivilDate, document_no: Text, reason: Reason })

export type RecordBody = z.output<typeof RightOfUseBody>

/** @param area a commune, a province, or null for the whole country */
export async function answerRights(req: MedusaRequest, res: MedusaResponse, area: string | null, query: z.output<typeof RightsQuery>): Promise<void> {
  const { gi, ...question } = query
  const { rights, count } = await serviceOf(req.scope).searchRightsOfUse({ ...question, gi_handle: gi, area })
  const places = await placesOf(req.scope, rights.flatMap((right) => right.commune_code ?? []))
  res.json({ rights_of_use: rights.map((right) => presentRight(right, places)), count, limit: query.limit, offset: query.offset })
}

export async function answerRecord(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, body: RecordBody): Promise<void> {
  const { gi_handle, commune_code, old_commune_code, ...facts } = body
  const [gi] = await serviceOf(req.scope).listGis({ handle: gi_handle })
  if (!gi) throw unknownIndication()
  const { result } = await recordRightOfUseWorkflow(req.scope).run({
    input: { right: { ...facts, gi_id: gi.id, illustrative: actor.illustrative }, place: { commune_code, old_commune_code }, actor },
  })
  res.status(201).json({ right_of_use: await presentOne(req.scope, result.id) })
}

export async function answerRevoke(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, id: string, revocation: z.output<typeof RevokeBody>): Promise<void> {
  await revokeRightOfUseWorkflow(req.scope).run({ input: { id, revocation, actor } })
  res.json({ right_of_use: await presentOne(req.scope, id) })
}

/** Where a right lies, to compare with an official's area: its producer's place, or before places were kept, its indication's provinces. @throws ApiError 404 */
export async function areaOfRight(container: MedusaContainer, id: string): Promise<{ commune_code: string | null; province_codes: string[] }> {
  const [right] = await serviceOf(container).listRightOfUses({ id }, { relations: ["gi"] })
  if (!right) throw unknownRightOfUse()
  const { commune_code, province_code, gi } = right
  return { commune_code, province_codes: province_code ? [province_code] : gi.province_codes }
}

type WithLog = RightOfUseDto & { gi: GiDto; events: RightOfUseEventDto[] }

async function presentOne(container: MedusaContainer, id: string) {
  const service = serviceOf(container)
  const [right] = await service.listRightOfUses({ id }, { relations: ["gi"] })
  if (!right) throw unknownRightOfUse()
  const events = await service.listRightOfUseEvents({ right_of_use_id: id }, { order: { created_at: "ASC", id: "ASC" } })
  return presentRight({ ...right, events } as unknown as WithLog, await placesOf(container, right.commune_code ? [right.commune_code] : []))
}

function presentRight(right: WithLog, places: Awaited<ReturnType<typeof placesOf>>) {
  const { gi, events, commune_code } = right
  return {
    id: right.id,
    gi: { handle: gi.handle, kind: gi.kind, name: gi.name, product: gi.product },
    producer_name: right.producer_name,
    product_name: right.product_name,
    commune: commune_code ? (places.get(commune_code) ?? { code: commune_code, name: commune_code, full_name: commune_code }) : null,
    old_commune_code: right.old_commune_code,
    zone_finding: right.zone_finding,
    document_no: right.document_no,
    issued_by: right.issued_by,
    issued_on: right.issued_on,
    expires_on: right.expires_on,
    status: rightOfUseStatus(right, todayInVietnam()),
    revoked_on: right.revoked_on,
    revocation_document_no: right.revocation_document_no,
    revocation_reason: right.revocation_reason,
    source: right.source,
    illustrative: right.illustrative,
    log: events.map((event) => ({ action: event.action, by: event.actor_name, by_type: event.actor_type, reason: event.reason, at: event.created_at })),
  }
}

function serviceOf(container: MedusaContainer): GeographicalIndicationsModuleService {
  return container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
}
