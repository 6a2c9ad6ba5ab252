import { randomBytes } from "node:crypto"
import { foldedWords, todayInVietnam, unitSearchText, type CivilDate } from "@cho-phien/administrative-units"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { alreadyRecognised, issuedInFuture, noLawInForce, unknownScoringSheet } from "./errors"
import { commitOfficialList, judgeList, type CommitInput, type CommitResult, type JudgeInput } from "./commit-official-list"
import CriteriaSet from "./models/criteria-set"
import ExternalListing from "./models/external-listing"
import LegalVersion from "./models/legal-version"
import OcopProduct from "./models/ocop-product"
import OfficialList from "./models/official-list"
import ProductSet from "./models/product-set"
import RatingAuthority from "./models/rating-authority"
import Recognition from "./models/recognition"
import RegisterAct from "./models/register-act"
import RegisterOwner from "./models/register-owner"
import ScoringSheet from "./models/scoring-sheet"
import { enterRecognition, prolongRecognition, withdrawRecognition, writeAct, type Acted, type ActLine, type Prolongation, type RegisterActor, type Withdrawal } from "./register-acts"
import { addExternal, checkExternal, endOwner, isOwner, nameOwner, removeExternal, type ExternalCheck, type NewExternal, type NewOwner } from "./register-facts"
import { certificateCode } from "./rules/certificate-code"
import type { Verdict } from "./rules/official-list/judge-rows"
import { LEAST_SCORE, matchScore, producerWords, type ListingFacts } from "./rules/match-score"
import { currentStars, recognitionStatus, type RecognitionStatus, type Stars } from "./rules/recognition-status"
import { renewalOpensOn, termOfCertificate, termsOn } from "./rules/recognition-terms"
import type { ScoringSheet as Sheet } from "./rules/scoring-sheet"

type Ctx = Context<SqlEntityManager>

/** Medusa's types add a `raw_…` twin to nullable numbers that exists for big numbers only. */
type Raw = `raw_${string}`

export type OcopProductDto = Omit<InferTypeOf<typeof OcopProduct>, "recognitions" | "search_text" | Raw>
export type RecognitionDto = Omit<InferTypeOf<typeof Recognition>, "ocop_product"> & { ocop_product_id: string }

type Managed = "created_at" | "updated_at" | "deleted_at" | Raw
export type LegalVersionInput = Omit<InferTypeOf<typeof LegalVersion>, Managed>
export type ProductSetInput = Omit<InferTypeOf<typeof ProductSet>, Managed>
export type CriteriaSetInput = Omit<InferTypeOf<typeof CriteriaSet>, Managed>
export type RatingAuthorityInput = Omit<InferTypeOf<typeof RatingAuthority>, Managed>
export type ScoringSheetDto = Sheet & { id: string }

/** All that is needed to rate by a sheet: the law of the day, how its marks are read, and the sheet. */
export type SheetInForce = { law: LegalVersionInput; criteria_set: CriteriaSetInput; sheet: ScoringSheetDto }

export type RegisterProductInput = {
  id?: string
  code?: string | null
  name: string
  producer_name?: string | null
  producer_kind?: OcopProductDto["producer_kind"]
  commune_code?: string | null
  province_code: string
  product_set_no?: number | null
  source: string
  confidence: OcopProductDto["confidence"]
  illustrative?: boolean
}

export type RecognitionInput = {
  id?: string
  ocop_product_id: string
  star: Stars
  issued_on: CivilDate
  /** Only where the certificate itself prints another end than the law gives. */
  expires_on?: CivilDate
  decision_no?: string | null
  issued_by?: string | null
  certificate_code?: string
  illustrative?: boolean
  source: string
}

export type MatchProposal = { ocop_product: OcopProductDto; score: number; stars: Stars | null }

/** The public register of OCOP products and what recognises them. Stars are always worked out, never stored on a product. */
export default class OcopModuleService extends MedusaService({
  LegalVersion,
  ProductSet,
  OcopProduct,
  Recognition,
  CriteriaSet,
  ScoringSheet,
  RatingAuthority,
  OfficialList,
  RegisterAct,
  RegisterOwner,
  ExternalListing,
}) {
  /** Writes the decisions and their product sets; rows whose `id` is there already are overwritten. */
  @InjectTransactionManager()
  async importLaw(law: { legal_versions: LegalVersionInput[]; product_sets: ProductSetInput[] }, @MedusaContext() context: Ctx = {}): Promise<void> {
    const versions = split(law.legal_versions, await this.listLegalVersions({}, { select: ["id"] }, context))
    if (versions.updated.length > 0) await this.updateLegalVersions(versions.updated, context)
    await this.createLegalVersions(versions.created, context)
    const sets = split(law.product_sets, await this.listProductSets({}, { select: ["id"] }, context))
    if (sets.updated.length > 0) await this.updateProductSets(sets.updated, context)
    await this.createProductSets(sets.created, context)
  }

  /** Writes the criteria by which products are rated, and who may rate; rows whose `id` is there already are overwritten. */
  @InjectTransactionManager()
  async importCriteria(
    criteria: { criteria_sets: CriteriaSetInput[]; scoring_sheets: ScoringSheetDto[]; rating_authorities: RatingAuthorityInput[] },
    @MedusaContext() context: Ctx = {},
  ): Promise<void> {
    const sets = split(criteria.criteria_sets, await this.listCriteriaSets({}, { select: ["id"] }, context))
    if (sets.updated.length > 0) await this.updateCriteriaSets(sets.updated, context)
    await this.createCriteriaSets(sets.created, context)
    const sheets = split(criteria.scoring_sheets.map(jsonColumns), await this.listScoringSheets({}, { select: ["id"] }, context))
    if (sheets.updated.length > 0) await this.updateScoringSheets(sheets.updated, context)
    await this.createScoringSheets(sheets.created, context)
    const authorities = split(criteria.rating_authorities, await this.listRatingAuthorities({}, { select: ["id"] }, context))
    if (authorities.updated.length > 0) await this.updateRatingAuthorities(authorities.updated, context)
    await this.createRatingAuthorities(authorities.created, context)
  }

  /** The scoring sheet of a product set under the decision in force on `day`. @throws ApiError 404 `ocop.unknown_scoring_sheet` */
  async sheetInForce(setNo: number, day: CivilDate = todayInVietnam()): Promise<SheetInForce> {
    const law = termsOn(await this.listLegalVersions({}), day)
    if (!law) throw unknownScoringSheet()
    const [criteria_set] = await this.listCriteriaSets({ legal_version: law.version })
    const [sheet] = await this.listScoringSheets({ legal_version: law.version, set_no: setNo })
    if (!criteria_set || !sheet) throw unknownScoringSheet()
    return { law, criteria_set, sheet: sheet as unknown as ScoringSheetDto }
  }

  /** Writes entries of the register; an entry whose `id` is there already is overwritten. Returns their ids in order. */
  async saveRegisterProducts(inputs: RegisterProductInput[]): Promise<string[]> {
    const rows = inputs.map((input) => ({
      ...input,
      search_text: unitSearchText(input.name, input.producer_name),
    }))
    const named = inputs.flatMap((input) => input.id ?? [])
    const { updated, created } = split(rows, named.length === 0 ? [] : await this.listOcopProducts({ id: named }, { select: ["id"] }))
    if (updated.length > 0) await this.updateOcopProducts(updated)
    const createdIds = (await this.createOcopProducts(created)).map((product) => product.id)
    return rows.map((row) => (updated.some((known) => known.id === row.id) ? row.id : createdIds.shift()) as string)
  }

  /**
   * Records recognitions under the law of their day of issue. Those whose `id` is there already stay untouched.
   * @throws ApiError `ocop.issued_in_future`, `ocop.no_law_in_force`, `ocop.already_recognised`
   */
  async recordRecognitions(inputs: RecognitionInput[], today: CivilDate = todayInVietnam(), context: Ctx = {}): Promise<RecognitionDto[]> {
    const laws = await this.listLegalVersions({}, {}, context)
    const named = inputs.flatMap((input) => input.id ?? [])
    const known = new Set((named.length === 0 ? [] : await this.listRecognitions({ id: named }, { select: ["id"] }, context)).map((r) => r.id))
    const rows = inputs
      .filter((input) => !input.id || !known.has(input.id))
      .map((input) => {
        if (input.issued_on > today) throw issuedInFuture()
        const law = termsOn(laws, input.issued_on)
        if (!law) throw noLawInForce()
        // When renewal opens is a matter of procedure: the law of today says, also for older certificates.
        const procedure = termsOn(laws, today) ?? law
        const expires_on = input.expires_on ?? termOfCertificate(input.issued_on, law).expires_on
        const dates = { expires_on, renewal_opens_on: renewalOpensOn(expires_on, procedure) }
        return {
          ...input,
          ...dates,
          legal_version: law.version,
          certificate_code: input.certificate_code ?? certificateCode(randomBytes(8)),
          announced_status: recognitionStatus({ ...input, ...dates }, today),
        }
      })
    try {
      return (await this.createRecognitions(rows, context)) as unknown as RecognitionDto[]
    } catch (error) {
      if (error instanceof Error && /ocop_product_id.*already exists/i.test(error.message)) throw alreadyRecognised()
      throw error
    }
  }

  /** Enters a decision. @throws ApiError 403 `ocop.not_competent`, 409 `ocop.already_recognised` and those of {@link recordRecognitions} */
  @InjectTransactionManager()
  async enterRecognition(input: RecognitionInput, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Acted> {
    return enterRecognition(this, input, actor, today, context)
  }

  /** Withdraws a certificate. @throws ApiError 403 `ocop.not_competent`, 409 `ocop.already_revoked`, 400 for days that can't be */
  @InjectTransactionManager()
  async withdrawRecognition(input: Withdrawal, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Acted> {
    return withdrawRecognition(this, input, actor, today, context)
  }

  /** Prolongs a certificate. @throws ApiError 403 `ocop.not_competent`, 409 `ocop.prolongation_too_long`, `ocop.replaced_already` */
  @InjectTransactionManager()
  async prolongRecognition(input: Prolongation, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<Acted> {
    return prolongRecognition(this, input, actor, today, context)
  }

  /** Adds lines to the history of the register; nothing takes them away. */
  @InjectTransactionManager()
  async writeActs(lines: ActLine[], actor: RegisterActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    for (const line of lines) await writeAct(this, line, actor, context)
  }

  @InjectTransactionManager()
  async addExternal(input: NewExternal, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<string> {
    return addExternal(this, input, actor, today, context)
  }

  @InjectTransactionManager()
  async checkExternal(input: ExternalCheck, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<void> {
    return checkExternal(this, input, actor, today, context)
  }

  @InjectTransactionManager()
  async removeExternal(input: { id: string; ocop_product_id: string }, actor: RegisterActor, @MedusaContext() context: Ctx = {}): Promise<void> {
    return removeExternal(this, input, actor, context)
  }

  @InjectTransactionManager()
  async nameOwner(input: NewOwner, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<string> {
    return nameOwner(this, input, actor, today, context)
  }

  @InjectTransactionManager()
  async endOwner(input: { id: string; ocop_product_id: string }, actor: RegisterActor, today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<void> {
    return endOwner(this, input, actor, today, context)
  }

  /** Whether an official has confirmed the shop as the producer. */
  @InjectManager()
  async isOwner(ocopProductId: string, sellerId: string, @MedusaContext() context: Ctx = {}): Promise<boolean> {
    return isOwner(this, ocopProductId, sellerId, context)
  }

  /** Recognitions whose status is no longer the one last announced, because a day has passed. */
  @InjectManager()
  async listUnannounced(today: CivilDate, @MedusaContext() context: Ctx = {}): Promise<(RecognitionDto & { status: RecognitionStatus })[]> {
    const rows: RecognitionDto[] = await knexOf(context)("ocop_recognition").select("*").whereNull("deleted_at")
    return rows
      .map((row) => ({ ...row, status: recognitionStatus(row, today) }))
      .filter((row) => row.status !== row.announced_status)
  }

  @InjectTransactionManager()
  async markAnnounced(rows: { id: string; status: RecognitionStatus }[], @MedusaContext() context: Ctx = {}): Promise<void> {
    await this.updateRecognitions(rows.map(({ id, status }) => ({ id, announced_status: status })), context)
  }

  /** What a list would do to the register, row by row. Writes nothing. */
  @InjectManager()
  async judgeOfficialList(input: JudgeInput, @MedusaContext() context: Ctx = {}): Promise<Verdict[]> {
    return judgeList(this, input, context)
  }

  /** Writes a list in one transaction. @throws ApiError 409 `ocop.list_has_errors`, `ocop.list_verdict_outdated` */
  @InjectTransactionManager()
  async commitOfficialList(input: CommitInput, @MedusaContext() context: Ctx = {}): Promise<CommitResult> {
    return commitOfficialList(this, input, context)
  }

  /** Entries of the register by words of the product or the producer, best known first. */
  @InjectManager()
  async searchRegister(
    options: { q?: string; provinceCode?: string; limit: number; offset: number },
    @MedusaContext() context: Ctx = {},
  ): Promise<{ ids: string[]; count: number }> {
    const query = knexOf(context)("ocop_product").whereNull("deleted_at")
    for (const word of foldedWords(options.q ?? "").slice(0, 8)) query.where("search_text", "like", `% ${word}%`)
    if (options.provinceCode) query.where("province_code", options.provinceCode)
    const [total] = await query.clone().count({ count: "*" })
    const rows: { id: string }[] = await query.select("id").orderBy(["name", "id"]).limit(options.limit).offset(options.offset)
    return { ids: rows.map((row) => row.id), count: Number(total?.count ?? 0) }
  }

  /** Which registered products a listing may be, best first, at most five. The operator decides. */
  @InjectManager()
  async proposeMatches(listing: ListingFacts, @MedusaContext() context: Ctx = {}): Promise<MatchProposal[]> {
    const words = [...new Set([...foldedWords(listing.title), ...producerWords(listing.seller_name)])].slice(0, 16)
    if (words.length === 0) return []
    const shared = words.map(() => "(case when search_text like ? then 1 else 0 end)").join(" + ")
    const bindings = words.map((word) => `% ${word}%`)
    const candidates: { id: string; name: string; producer_name: string | null; commune_code: string | null }[] = await knexOf(context)("ocop_product")
      .select("id", "name", "producer_name", "commune_code")
      .whereNull("deleted_at")
      .whereRaw(`${shared} > 0`, bindings)
      .orderByRaw(`${shared} desc, id`, bindings)
      .limit(200)
    const best = candidates
      .map((product) => ({ id: product.id, score: matchScore(listing, product) }))
      .filter((candidate) => candidate.score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, 5)
    const products = await this.listOcopProducts({ id: best.map((b) => b.id) }, { relations: ["recognitions"] }, context)
    const today = todayInVietnam()
    return best.flatMap(({ id, score }) => {
      const product = products.find((p) => p.id === id)
      if (!product) return []
      const { recognitions, search_text: _text, ...ocop_product } = product
      return [{ ocop_product, score, stars: currentStars(recognitions, today) }]
    })
  }
}

/** Medusa's types take a JSON column for an object; ours hold lists. */
function jsonColumns({ notes, parts, irregularities, ...sheet }: ScoringSheetDto) {
  const json = (value: unknown) => value as Record<string, unknown>
  return { ...sheet, notes: json(notes), parts: json(parts), irregularities: json(irregularities) }
}

/** Rows that are there already (by `id`) and rows to create. */
function split<T extends { id?: string }>(rows: T[], known: { id: string }[]): { updated: (T & { id: string })[]; created: T[] } {
  const ids = new Set(known.map((row) => row.id))
  const isKnown = (row: T): row is T & { id: string } => row.id !== undefined && ids.has(row.id)
  return { updated: rows.filter(isKnown), created: rows.filter((row) => !isKnown(row)) }
}

function knexOf(context: Ctx) {
  const manager = context.transactionManager ?? context.manager
  if (!manager) throw new Error("Called outside of a database context")
  return manager.getKnex()
}
