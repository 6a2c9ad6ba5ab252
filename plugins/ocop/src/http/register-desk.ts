import { isCivilDate, todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { OCOP_MODULE } from "../modules/ocop"
import { unknownRecognition } from "../modules/ocop/errors"
import type { RegisterActor } from "../modules/ocop/register-acts"
import { EXTERNAL_URL_MAX } from "../modules/ocop/rules/external-listing"
import { REVOCATION_GROUNDS } from "../modules/ocop/rules/revocation"
import type OcopModuleService from "../modules/ocop/service"
import { changeRecognitionWorkflow } from "../workflows/change-recognition"
import { recordRecognitionWorkflow } from "../workflows/record-recognition"

// What may be done to one entry of the register, behind two doors: /admin (the operator) and /official (plugins/oversight).

const CivilDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})
const Text = z.string().trim().min(1).max(300)
const Note = z.string().trim().max(1000).nullish().transform((text) => text || null)
const Id = z.string().min(1).max(100)

export const ProductParams = z.object({ id: Id })
export const RecognitionParams = z.object({ id: Id, recognition_id: Id })

export const RecogniseBody = z
  .strictObject({
    star: z.union([z.literal(3), z.literal(4), z.literal(5)]),
    decision_no: Text,
    issued_by: Text,
    issued_on: CivilDate,
    expires_on: CivilDate.optional(),
    /** Where it was read; absent: the decision itself. */
    source: Text.optional(),
  })
  .refine((body) => !body.expires_on || body.expires_on > body.issued_on, {
    path: ["expires_on"],
    params: { vi: "Ngày hết hạn phải sau ngày cấp.", en: "The last day must come after the day of issue." },
  })

export const RevokeBody = z.strictObject({
  ground: z.enum(REVOCATION_GROUNDS),
  revoked_on: CivilDate,
  document_no: Text,
  concluded_on: CivilDate,
  reason: Note,
})

export const ProlongBody = z.strictObject({ until: CivilDate, document_no: Text })

export const ExternalBody = z.strictObject({ url: z.string().trim().min(1).max(EXTERNAL_URL_MAX), evidence: Note, checked: z.boolean().default(false) })
export const ExternalParams = z.object({ id: Id, external_id: Id })
export const ExternalCheckBody = z.strictObject({ result: z.enum(["on_sale", "gone"]), evidence: Note })

export const OwnerParams = z.object({ id: Id, owner_id: Id })
export const OwnerBody = z.strictObject({ seller_id: Id, evidence: Text })

const ocopOf = (req: MedusaRequest): OcopModuleService => req.scope.resolve(OCOP_MODULE)

export async function answerRecognise(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, ocopProductId: string, body: z.output<typeof RecogniseBody>): Promise<void> {
  const source = body.source ?? `${body.decision_no}, ${body.issued_by}`
  const { result } = await recordRecognitionWorkflow(req.scope).run({ input: { recognition: { ...body, ocop_product_id: ocopProductId, source }, actor } })
  res.status(201).json(result)
}

export async function answerRevoke(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, params: z.output<typeof RecognitionParams>, body: z.output<typeof RevokeBody>): Promise<void> {
  await requireRecognitionOf(req, params)
  const { result } = await changeRecognitionWorkflow(req.scope).run({ input: { change: { act: "revoke", id: params.recognition_id, ...body }, actor } })
  res.json(result)
}

export async function answerProlong(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, params: z.output<typeof RecognitionParams>, body: z.output<typeof ProlongBody>): Promise<void> {
  await requireRecognitionOf(req, params)
  const { result } = await changeRecognitionWorkflow(req.scope).run({ input: { change: { act: "prolong", id: params.recognition_id, ...body }, actor } })
  res.json(result)
}

export async function answerAddExternal(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, ocopProductId: string, body: z.output<typeof ExternalBody>): Promise<void> {
  const id = await ocopOf(req).addExternal({ ...body, ocop_product_id: ocopProductId }, actor, todayInVietnam())
  res.status(201).json({ external_listing: { id } })
}

export async function answerCheckExternal(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, params: z.output<typeof ExternalParams>, body: z.output<typeof ExternalCheckBody>): Promise<void> {
  await ocopOf(req).checkExternal({ ...body, id: params.external_id, ocop_product_id: params.id }, actor, todayInVietnam())
  res.json({ external_listing: { id: params.external_id } })
}

export async function answerRemoveExternal(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, params: z.output<typeof ExternalParams>): Promise<void> {
  await ocopOf(req).removeExternal({ id: params.external_id, ocop_product_id: params.id }, actor)
  res.json({ external_listing: { id: params.external_id, removed: true } })
}

export async function answerEndOwner(req: MedusaRequest, res: MedusaResponse, actor: RegisterActor, params: z.output<typeof OwnerParams>): Promise<void> {
  await ocopOf(req).endOwner({ id: params.owner_id, ocop_product_id: params.id }, actor, todayInVietnam())
  res.json({ owner: { id: params.owner_id, ended: true } })
}

/** An address that names a product and another one's certificate is nobody's. */
async function requireRecognitionOf(req: MedusaRequest, { id, recognition_id }: z.output<typeof RecognitionParams>): Promise<void> {
  const [known] = await ocopOf(req).listRecognitions({ id: recognition_id, ocop_product_id: id }, { select: ["id"] })
  if (!known) throw unknownRecognition()
}
