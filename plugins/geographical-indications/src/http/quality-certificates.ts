import { isCivilDate } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { once } from "node:events"
import { pipeline } from "node:stream/promises"
import { QUALITY_CERTIFICATE_MODULE } from "../modules/quality-certificate"
import { evidenceMissing, LISTINGS_NEEDED, noListingsChosen, paperWrong, unknownCertificate } from "../modules/quality-certificate/errors"
import { CERTIFICATE_STATES } from "../modules/quality-certificate/rules/certificate-state"
import { checkNumber, numberHint } from "../modules/quality-certificate/rules/check-number"
import { KIND_FACTS, QUALITY_KINDS } from "../modules/quality-certificate/rules/kinds"
import type QualityCertificateModuleService from "../modules/quality-certificate/service"
import type { CertificateActor, QualityCertificateDto } from "../modules/quality-certificate/service"
import { presentCertificate, productsOfCertificates } from "../queries/certificate-products"
import { addQualityCertificateWorkflow } from "../workflows/add-quality-certificate"
import { decideQualityCertificateWorkflow } from "../workflows/decide-quality-certificate"
import { putCertificateEvidenceWorkflow } from "../workflows/put-certificate-evidence"
import type { CertificateDecision } from "../workflows/steps/decide-quality-certificate"
import { readUpload } from "./read-upload"

// One behaviour behind three doors: /seller (plugins/marketplace), /official (plugins/oversight) and /admin, which differ in who is asked and for whose.

const CivilDate = z.string().refine(isCivilDate, {
  params: { vi: "Cần ngày có thật, dạng 2026-11-22.", en: "This must be an existing day, like 2026-11-22." },
})
const Text = z.string().trim().max(300)
const Reason = z.string().trim().min(10).max(1000)

export const CertificateBody = z.strictObject({
  kind: z.enum(QUALITY_KINDS),
  number: Text.nullable().optional(),
  holder_name: Text.min(1),
  issuer: Text.nullable().optional(),
  scope_text: z.string().trim().max(1000).nullable().optional(),
  issued_on: CivilDate.nullable().optional(),
  expires_on: CivilDate.nullable().optional(),
  product_ids: z.array(z.string().min(1).max(60)).max(100),
})

export const CertificatesQuery = z.strictObject({
  q: z.string().max(200).optional(),
  kind: z.enum(QUALITY_KINDS).optional(),
  state: z.enum(CERTIFICATE_STATES).optional(),
  sort: z.enum(["waiting_longest", "newest", "ending"]).default("newest"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})

export const IdParams = z.object({ id: z.string().min(1).max(60) })
export const NumberQuery = z.strictObject({ kind: z.enum(QUALITY_KINDS), number: z.string().max(200).default("") })
/** `evidence_sha256`: of the scan that was looked at, null for none; a page sends what it showed. */
export const ConfirmBody = z.strictObject({ reason: Reason.nullable().optional(), evidence_sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable().optional() })
export const RejectBody = z.strictObject({ reason: Reason })
export const RevokeCertificateBody = z.strictObject({ revoked_on: CivilDate, reason: Reason })

/** The kinds with how their numbers are written, for the forms. */
export function answerKinds(res: MedusaResponse): void {
  res.json({
    kinds: QUALITY_KINDS.map((kind) => {
      const { name, number, issuer, issued_on, expires_on } = KIND_FACTS[kind]
      return { kind, name, number_hint: numberHint(kind), number, issuer, issued_on, expires_on }
    }),
  })
}

/** Whether a number can be one of its kind, for a form that asks while it is typed. */
export function answerNumberCheck(res: MedusaResponse, { kind, number }: z.output<typeof NumberQuery>): void {
  res.json({ check: checkNumber(kind, number) })
}

/** @param where `area`: a commune, a province or null for all; `seller_id`: one shop's */
export async function answerCertificates(
  req: MedusaRequest,
  res: MedusaResponse,
  where: { area?: string | null; seller_id?: string },
  query: z.output<typeof CertificatesQuery>,
): Promise<void> {
  const { certificates, count } = await serviceOf(req.scope).searchCertificates({ ...query, ...where })
  const products = await productsOfCertificates(req.scope, certificates.map(({ id }) => id))
  res.json({
    quality_certificates: certificates.map((one) => presentCertificate(one, products.get(one.id) ?? [])),
    count,
    limit: query.limit,
    offset: query.offset,
  })
}

type Shop = { id: string; commune_code: string; province_code: string; illustrative: boolean }

/** @param ownProductIds the shop's own goods: a paper can be about nothing else */
export async function answerAdd(
  req: MedusaRequest,
  res: MedusaResponse,
  shop: Shop,
  ownProductIds: ReadonlySet<string>,
  actor: CertificateActor,
  body: z.output<typeof CertificateBody>,
): Promise<void> {
  const { product_ids, ...paper } = body
  const chosen = [...new Set(product_ids)]
  if (chosen.length === 0 || chosen.some((id) => !ownProductIds.has(id))) {
    // Everything that is wrong is said in one round.
    const fields = await serviceOf(req.scope).paperProblems(paper)
    throw Object.keys(fields).length > 0 ? paperWrong({ ...fields, product_ids: LISTINGS_NEEDED }) : noListingsChosen()
  }
  const { commune_code, province_code, illustrative } = shop
  const { result } = await addQualityCertificateWorkflow(req.scope).run({
    input: { certificate: { ...paper, seller_id: shop.id, commune_code, province_code, illustrative }, product_ids: chosen, actor },
  })
  await answerOne(req, res, result.id, 201)
}

export async function answerPutEvidence(req: MedusaRequest, res: MedusaResponse, id: string, actor: CertificateActor): Promise<void> {
  const bytes = await readUpload(req)
  await putCertificateEvidenceWorkflow(req.scope).run({ input: { certificate_id: id, bytes: bytes.toString("base64"), actor } })
  await answerOne(req, res, id)
}

export async function answerDecision(req: MedusaRequest, res: MedusaResponse, decision: CertificateDecision): Promise<void> {
  await decideQualityCertificateWorkflow(req.scope).run({ input: decision })
  await answerOne(req, res, decision.id)
}

/** Hands the scan over as a download: what strangers sent in is never shown inside a page of ours. */
export async function answerEvidence(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  const { evidence_key, evidence_name, evidence_type, evidence_bytes } = await certificateOf(req.scope, id)
  if (!evidence_key) throw evidenceMissing()
  const stream = await req.scope.resolve(Modules.FILE).getDownloadStream(evidence_key)
  res.set({
    "Content-Type": evidence_type ?? "application/octet-stream",
    "Content-Length": String(evidence_bytes ?? ""),
    "Content-Disposition": `attachment; filename="${evidence_name}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
  })
  try {
    // A file that is not there fails here: within pipeline it would take the answer's connection down with it.
    await once(stream, "readable")
    await pipeline(stream, res)
  } catch (error) {
    if (res.headersSent) return void res.destroy()
    for (const name of ["Content-Length", "Content-Disposition"]) res.removeHeader(name)
    const { code, name } = error as { code?: string; name?: string }
    throw code === "ENOENT" || name === "NoSuchKey" ? evidenceMissing() : error
  }
}

/** The stored row, for the door to compare owner or place. @throws ApiError 404 `quality_certificates.unknown` */
export async function certificateOf(container: MedusaContainer, id: string): Promise<QualityCertificateDto> {
  const [row] = await serviceOf(container).listQualityCertificates({ id })
  if (!row) throw unknownCertificate()
  return row as QualityCertificateDto
}

/** Another shop's paper is not there. @throws ApiError 404 `quality_certificates.unknown` */
export async function requireOwner(container: MedusaContainer, id: string, sellerId: string): Promise<void> {
  if ((await certificateOf(container, id)).seller_id !== sellerId) throw unknownCertificate()
}

async function answerOne(req: MedusaRequest, res: MedusaResponse, id: string, status = 200): Promise<void> {
  const found = await serviceOf(req.scope).describeCertificate(id)
  const products = await productsOfCertificates(req.scope, [id])
  res.status(status).json({ quality_certificate: presentCertificate(found, products.get(id) ?? []) })
}

function serviceOf(container: MedusaContainer): QualityCertificateModuleService {
  return container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE)
}
