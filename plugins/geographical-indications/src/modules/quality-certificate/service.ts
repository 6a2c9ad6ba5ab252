import { todayInVietnam, unitSearchText, type CivilDate, type Sentence } from "@cho-phien/administrative-units"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { alreadyReviewed, certificateExists, evidenceChanged, notConfirmed, paperWrong, reasonNeededWithoutEvidence, unknownCertificate } from "./errors"
import { findCertificates, type CertificatesQuestion } from "./find-certificates"
import QualityCertificate from "./models/quality-certificate"
import QualityCertificateEvent from "./models/quality-certificate-event"
import QualityTerm from "./models/quality-term"
import { certificateState, type CertificateState } from "./rules/certificate-state"
import { numberKey } from "./rules/check-number"
import { judgePaper, type PaperInput } from "./rules/judge-paper"
import type { QualityKind } from "./rules/kinds"
import { judgeTerm, type TermFinding } from "./rules/quality-term"

type Ctx = Context<SqlEntityManager>
type Managed = "created_at" | "updated_at" | "deleted_at"

export type QualityCertificateDto = Omit<InferTypeOf<typeof QualityCertificate>, "search_text">
export type QualityCertificateEventDto = InferTypeOf<typeof QualityCertificateEvent>
export type QualityTermInput = Omit<InferTypeOf<typeof QualityTerm>, Managed>

/** Who stands behind an act on a certificate, for the log that is kept for ever. */
export type CertificateActor = { type: "seller" | "official" | "user" | "seed"; id: string; name: string; illustrative: boolean }

export type CertificateInput = {
  seller_id: string
  commune_code: string
  province_code: string
  kind: QualityKind
  number?: string | null
  holder_name: string
  issuer?: string | null
  scope_text?: string | null
  issued_on?: CivilDate | null
  expires_on?: CivilDate | null
  illustrative?: boolean
}

export type Evidence = { key: string; name: string; type: string; bytes: number; sha256: string }

export type FoundCertificate = QualityCertificateDto & { state: CertificateState; term: TermFinding | null; events: QualityCertificateEventDto[] }

/** Papers and codes about quality that shops hand in, what officials found, and the log of both. */
export default class QualityCertificateModuleService extends MedusaService({ QualityCertificate, QualityCertificateEvent, QualityTerm }) {
  /** Writes the dated terms of the kinds; rows whose `id` is there already are overwritten. */
  @InjectTransactionManager()
  async importTerms(terms: QualityTermInput[], @MedusaContext() context: Ctx = {}): Promise<void> {
    const known = new Set((await this.listQualityTerms({ id: terms.map((term) => term.id) }, { select: ["id"] }, context)).map((term) => term.id))
    const updated = terms.filter((term) => known.has(term.id))
    if (updated.length > 0) await this.updateQualityTerms(updated, context)
    await this.createQualityTerms(terms.filter((term) => !known.has(term.id)), context)
  }

  /** What is wrong with a paper, by field, before anything is stored; empty when nothing is. */
  async paperProblems(input: PaperInput, today: CivilDate = todayInVietnam()): Promise<Record<string, Sentence>> {
    const paper = judgePaper(input, await this.listQualityTerms({ kind: input.kind }), today)
    return paper.ok ? {} : paper.fields
  }

  /**
   * Takes a paper in, to be looked at.
   * @throws ApiError 400 `quality_certificates.paper_wrong` with a sentence per field, 409 `quality_certificates.exists`
   */
  @InjectTransactionManager()
  async addCertificate(input: CertificateInput, actor: CertificateActor, today: CivilDate = todayInVietnam(), @MedusaContext() context: Ctx = {}): Promise<QualityCertificateDto> {
    const paper = judgePaper(input, await this.listQualityTerms({ kind: input.kind }, {}, context), today)
    if (!paper.ok) throw paperWrong(paper.fields)
    const { ok: _ok, ...checked } = paper
    const number_key = checked.number === null ? null : numberKey(checked.number)
    // One paper at a time per shop: of two that are handed in at once, the second finds the first.
    await knexOf(context).raw("select pg_advisory_xact_lock(hashtext(?))", [`quality_certificate:${input.seller_id}`]).transacting(transactionOf(context))
    const standing = number_key === null ? [] : await this.listQualityCertificates({ seller_id: input.seller_id, kind: input.kind, number_key, revoked_on: null }, { select: ["id", "review"] }, context)
    if (standing.some((other) => other.review !== "rejected")) throw certificateExists()
    const { seller_id, commune_code, province_code, kind, holder_name, scope_text, illustrative } = input
    const row = await this.createQualityCertificates(
      {
        ...checked,
        seller_id,
        commune_code,
        province_code,
        kind,
        holder_name,
        scope_text: scope_text || null,
        illustrative: illustrative ?? false,
        number_key,
        search_text: unitSearchText(holder_name, checked.number ?? "", checked.issuer ?? ""),
      },
      context,
    )
    await this.log(row.id, "added", actor, null, { kind, ...checked }, context)
    return row as unknown as QualityCertificateDto
  }

  /** Takes back a paper whose adding failed half-way. */
  @InjectTransactionManager()
  async undoAdd(id: string, actor: CertificateActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    await this.deleteQualityCertificates([id], context)
    await this.log(id, "undone", actor, null, { undone: "added" }, context)
  }

  /**
   * Puts a scan beside a paper that nobody has looked at yet. Returns the key of the scan it replaces.
   * @throws ApiError 404 `quality_certificates.unknown`, 409 `quality_certificates.already_reviewed`
   */
  @InjectTransactionManager()
  async putEvidence(id: string, evidence: Evidence, actor: CertificateActor, @MedusaContext() context: Ctx = {}): Promise<{ former: string | null }> {
    const row = await this.locked(id, context)
    if (row.review !== "waiting") throw alreadyReviewed()
    const { key, name, type, bytes, sha256 } = evidence
    await this.updateQualityCertificates({ id, evidence_key: key, evidence_name: name, evidence_type: type, evidence_bytes: bytes, evidence_sha256: sha256 }, context)
    await this.log(id, "evidence_added", actor, null, { type, bytes, sha256, former_sha256: row.evidence_sha256 }, context)
    return { former: row.evidence_key }
  }

  /**
   * What an official or the operator found. A confirmation without a scan says where the original was seen; `seen` is
   * the SHA-256 of the scan they looked at, for the shop may replace it until then.
   * @throws ApiError 404 `…unknown`, 409 `…already_reviewed`, `…evidence_changed`, 400 `…reason_needed`
   */
  @InjectTransactionManager()
  async review(id: string, found: { review: "confirmed" | "rejected"; reason: string | null; seen?: string | null }, actor: CertificateActor, @MedusaContext() context: Ctx = {}): Promise<QualityCertificateDto> {
    const row = await this.locked(id, context)
    if (row.review !== "waiting") throw alreadyReviewed()
    if (found.seen !== undefined && found.seen !== row.evidence_sha256) throw evidenceChanged()
    if (found.review === "confirmed" && !row.evidence_key && !found.reason) throw reasonNeededWithoutEvidence()
    const changes = { id, review: found.review, review_reason: found.reason, reviewed_by: actor.name, reviewed_at: new Date() }
    const reviewed = await this.updateQualityCertificates(changes, context)
    await this.log(id, found.review, actor, found.reason, { evidence_sha256: row.evidence_sha256 }, context)
    return reviewed as unknown as QualityCertificateDto
  }

  /** @throws ApiError 404 `…unknown`, 409 `…not_confirmed` */
  @InjectTransactionManager()
  async revoke(id: string, revocation: { revoked_on: CivilDate; reason: string }, actor: CertificateActor, @MedusaContext() context: Ctx = {}): Promise<QualityCertificateDto> {
    const row = await this.locked(id, context)
    // A day to come that was entered wrongly must not stand in the way of the right one.
    if (row.review !== "confirmed" || (row.revoked_on && row.revoked_on <= todayInVietnam())) throw notConfirmed()
    const revoked = await this.updateQualityCertificates({ id, revoked_on: revocation.revoked_on, revocation_reason: revocation.reason }, context)
    await this.log(id, "revoked", actor, revocation.reason, { revoked_on: revocation.revoked_on }, context)
    return revoked as unknown as QualityCertificateDto
  }

  /** Takes back what a failed workflow did to a paper: the row as it was before. */
  @InjectTransactionManager()
  async restore(before: QualityCertificateDto, actor: CertificateActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    const { id, review, review_reason, reviewed_by, reviewed_at, revoked_on, revocation_reason } = before
    await this.updateQualityCertificates({ id, review, review_reason, reviewed_by, reviewed_at, revoked_on, revocation_reason }, context)
    await this.log(id, "undone", actor, null, { review, revoked_on }, context)
  }

  /** A page of certificates with their state on the day, what their term says, and the log of each. */
  @InjectManager()
  async searchCertificates(question: CertificatesQuestion, @MedusaContext() context: Ctx = {}): Promise<{ certificates: FoundCertificate[]; count: number }> {
    const { ids, count } = await findCertificates(knexOf(context), question, todayInVietnam())
    const found = await this.describe(ids, context)
    return { certificates: ids.flatMap((id) => found.get(id) ?? []), count }
  }

  /** One certificate, described as in a page of them. @throws ApiError 404 `quality_certificates.unknown` */
  @InjectManager()
  async describeCertificate(id: string, @MedusaContext() context: Ctx = {}): Promise<FoundCertificate> {
    const found = (await this.describe([id], context)).get(id)
    if (!found) throw unknownCertificate()
    return found
  }

  private async describe(ids: string[], context: Ctx): Promise<Map<string, FoundCertificate>> {
    const today = todayInVietnam()
    const [rows, events, terms] = await Promise.all([
      this.listQualityCertificates({ id: ids }, {}, context),
      this.listQualityCertificateEvents({ certificate_id: ids }, { order: { created_at: "ASC", id: "ASC" } }, context),
      this.listQualityTerms({}, {}, context),
    ])
    return new Map(
      rows.map(({ search_text: _text, ...row }) => [
        row.id,
        {
          ...row,
          state: certificateState(row, today),
          term: judgeTerm(terms, row),
          events: events.filter((event) => event.certificate_id === row.id),
        } as unknown as FoundCertificate,
      ]),
    )
  }

  /** The row, held against a second official until this transaction ends. */
  private async locked(id: string, context: Ctx): Promise<QualityCertificateDto> {
    await knexOf(context)("quality_certificate").select("id").where({ id }).forUpdate().transacting(transactionOf(context))
    const [row] = await this.listQualityCertificates({ id }, {}, context)
    if (!row) throw unknownCertificate()
    return row as unknown as QualityCertificateDto
  }

  private async log(certificate_id: string, action: QualityCertificateEventDto["action"], actor: CertificateActor, reason: string | null, facts: Record<string, unknown>, context: Ctx): Promise<void> {
    await this.createQualityCertificateEvents(
      { certificate_id, action, actor_type: actor.type, actor_id: actor.id, actor_name: actor.name, reason, facts, illustrative: actor.illustrative },
      context,
    )
  }
}

function managerOf(context: Ctx): SqlEntityManager {
  const manager = context.transactionManager ?? context.manager
  if (!manager) throw new Error("Called outside of a database context")
  return manager
}

function knexOf(context: Ctx) {
  return managerOf(context).getKnex()
}

function transactionOf(context: Ctx) {
  const transaction = managerOf(context).getTransactionContext()
  if (!transaction) throw new Error("Called outside of a transaction")
  return transaction
}
