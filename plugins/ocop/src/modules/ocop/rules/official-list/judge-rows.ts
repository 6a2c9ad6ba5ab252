import { foldedWords, type CivilDate, type Sentence } from "@cho-phien/administrative-units"
import { competenceOf, type ActingLevel } from "../acting-authority"
import { LEAST_SCORE, matchScore, producerWords } from "../match-score"
import type { Authority } from "../rating-authority"
import { renewalOpensOn, termOfCertificate, termsOn, type Terms } from "../recognition-terms"
import { diffOf, type Diff } from "./diff"
import type { ListRow, Place, PlaceAnswer, ProducerKind, Reason } from "./types"

export type KnownRecognition = {
  id: string
  star: number
  decision_no: string | null
  issued_by: string | null
  issued_on: CivilDate
  expires_on: CivilDate
  revoked_on: CivilDate | null
  illustrative: boolean
  certificate_code: string
}

export type KnownProduct = {
  id: string
  code: string | null
  name: string
  producer_name: string | null
  producer_kind: ProducerKind | null
  commune_code: string | null
  province_code: string
  product_set_no: number | null
  illustrative: boolean
  recognitions: KnownRecognition[]
}

export type ProductFacts = Omit<KnownProduct, "id" | "recognitions">
export type RecognitionFactsOfList = Omit<KnownRecognition, "id" | "certificate_code" | "revoked_on"> & {
  renewal_opens_on: CivilDate | null
  legal_version: string
}

/** What a row does to the register. `product` and `recognition` hold only what is to be written. */
export type Write = {
  product: { id: string | null; facts: Partial<ProductFacts> }
  recognition: { id: string | null; facts: Partial<RecognitionFactsOfList> }
}

export type Verdict = {
  row: number
  kind: "create" | "update" | "unchanged" | "error" | "ambiguous"
  name: string
  producer_name: string
  star: number | null
  ocop_product_id: string | null
  certificate_code: string | null
  changes: Diff[]
  /** What is wrong with the row; beside a row that can be written, what the person should know. */
  reasons: Reason[]
  candidates: { id: string; label: string }[]
  write: Write | null
}

export type JudgeContext = {
  register: readonly KnownProduct[]
  laws: readonly Terms[]
  today: CivilDate
  /** Who may recognise which star, dated; and whose desk the list comes from. */
  authorities: readonly Authority[]
  level: ActingLevel
  /** Only rows of this province may be written; null: every province. */
  scope: string | null
  /** What an invented official of the demonstration enters is invented as well. */
  illustrative: boolean
}

export type PlacedRow = ListRow & { placed: PlaceAnswer | null }

/** Names that share this much with a product of the same producer may be the same product written otherwise. */
const NEARLY_THE_SAME = 0.88

/** Row by row what a list would do to the register. Nothing is written; the same register and rows give the same verdicts. */
export function judgeRows(rows: readonly PlacedRow[], context: JudgeContext): Verdict[] {
  const index = indexOf(context.register)
  const seen = new Map<string, number>()
  const tellings = new Map<string, { row: number; facts: string }>()
  const codes = new Map<string, { row: number; owner: string }>()
  return rows.map((row) => {
    const verdict = judge(row, context, index)
    if (verdict.write === null && verdict.kind !== "unchanged") return verdict
    const keys = identitiesOf(row, verdict)
    const earlier = keys.map((key) => seen.get(key)).find((number) => number !== undefined)
    if (earlier !== undefined) return blamed(row, [about(`Trùng với dòng ${earlier}.`, `The same as row ${earlier}.`)])
    // One product may stand in a list with two decisions, but then both rows must tell the same of it.
    const facts = JSON.stringify([row.name, row.producer_name, row.code, row.producer_kind, row.product_set_no, row.placed])
    const telling = verdict.ocop_product_id ? tellings.get(verdict.ocop_product_id) : undefined
    if (telling && telling.facts !== facts) return blamed(row, [about(`Cùng sản phẩm với dòng ${telling.row} nhưng ghi khác nhau.`, `The same product as in row ${telling.row}, but described otherwise.`)])
    const owner = verdict.ocop_product_id ?? `row ${row.row}`
    const other = row.code ? codes.get(row.code) : undefined
    if (other && other.owner !== owner) return blamed(row, [about(`Mã sản phẩm trùng với dòng ${other.row}.`, `The same product code as in row ${other.row}.`, "code")])
    if (row.code) codes.set(row.code, { row: row.row, owner })
    for (const key of keys) seen.set(key, row.row)
    if (verdict.ocop_product_id) tellings.set(verdict.ocop_product_id, { row: row.row, facts })
    return verdict
  })
}

/** Under these a row may not come twice: one day of a register product, one certificate, one new name of a producer. */
function identitiesOf(row: PlacedRow, verdict: Verdict): string[] {
  const place = row.placed && "place" in row.placed ? row.placed.place : null
  if (verdict.ocop_product_id) {
    return [`id ${verdict.ocop_product_id} ${row.issued_on}`, ...(verdict.certificate_code ? [`certificate ${verdict.certificate_code}`] : [])]
  }
  return [`new ${place?.province_code} ${place?.commune_code} ${nameKey(row.name, row.producer_name)}`]
}

function judge(row: PlacedRow, context: JudgeContext, index: Index): Verdict {
  const reasons = [...row.reasons]
  if (row.issued_on && row.issued_on > context.today) reasons.push(about("Ngày công nhận ở tương lai.", "The day of issue lies in the future.", "issued_on"))
  const law = row.issued_on ? termsOn(context.laws, row.issued_on) : null
  if (row.issued_on && !law) reasons.push(about("Không có quy định OCOP nào có hiệu lực vào ngày này.", "No decision on OCOP was in force on this day.", "issued_on"))
  if (reasons.length > 0 || !law || !row.issued_on || !row.star || !row.placed) return blamed(row, reasons)
  if ("problem" in row.placed) {
    const { problem, candidates } = row.placed
    const reason: Reason = { field: "commune", cell: null, message: problem }
    return candidates.length > 0 ? { ...blamed(row, [reason]), kind: "ambiguous", candidates } : blamed(row, [reason])
  }
  const place = row.placed.place
  if (outside(context.scope, place.province_code)) return blamed(row, [about("Dòng này nằm ngoài địa bàn được giao của ông/bà.", "This row lies outside the area assigned to you.", "province")])
  const found = find(row, place, index)
  if ("verdict" in found) return found.verdict
  if (found.product && outside(context.scope, found.product.province_code)) {
    return blamed(row, [about("Mã này thuộc sản phẩm của tỉnh khác.", "This code belongs to a product of another province.", "code")])
  }
  return compare(row, place, found.product, law, context)
}

function compare(row: PlacedRow, place: Place, known: KnownProduct | null, law: Terms, context: JudgeContext): Verdict {
  const issued_on = row.issued_on as CivilDate
  const recognition = known && recognitionOf(known, row)
  if (recognition?.revoked_on) return blamed(row, [about("Giấy chứng nhận cấp ngày này đã bị thu hồi; danh sách không khôi phục được.", "The certificate of this day was withdrawn; a list can't bring it back.", "issued_on")])
  const product: Partial<ProductFacts> = {
    ...given({ code: row.code, name: row.name, producer_name: row.producer_name, commune_code: place.commune_code, product_set_no: row.product_set_no }),
    ...(known?.producer_kind && row.producer_kind === null ? {} : given({ producer_kind: row.producer_kind })),
    province_code: place.province_code,
    ...(context.illustrative && known ? {} : { illustrative: context.illustrative }),
  }
  const procedure = termsOn(context.laws, context.today) ?? law
  // An end the certificate itself prints, known from before, outlives a list that does not name one.
  const expires_on = row.expires_on ?? (recognition?.issued_on === issued_on ? recognition.expires_on : termOfCertificate(issued_on, law).expires_on)
  const dates: Partial<RecognitionFactsOfList> = { issued_on, expires_on }
  const facts: Partial<RecognitionFactsOfList> = {
    star: row.star as number,
    ...given({ decision_no: row.decision_no, issued_by: row.issued_by }),
    ...dates,
    ...(context.illustrative && recognition ? {} : { illustrative: context.illustrative }),
  }
  const productChanges = diffOf(known, product)
  const recognitionChanges = diffOf(recognition ?? null, facts)
  const follow = { renewal_opens_on: renewalOpensOn(expires_on, procedure), legal_version: law.version }
  const changes = [...productChanges, ...recognitionChanges]
  const kind = changes.length === 0 ? "unchanged" : recognition && known ? "update" : "create"
  const only = <T extends object>(all: T, diffs: Diff[]) => Object.fromEntries(Object.entries(all).filter(([field]) => diffs.some((diff) => diff.field === field))) as Partial<T>
  const weighed = recognitionChanges.length === 0 ? [] : [...(recognition ? [weigh(context, recognition.star, recognition.issued_on)] : []), weigh(context, row.star as number, issued_on)]
  const refused = weighed.find((answer) => answer?.refused)
  if (refused) return blamed(row, [refused.reason])
  const warnings = weighed.flatMap((answer) => answer?.reason ?? []).filter((reason, index, all) => all.findIndex((other) => other.message.vi === reason.message.vi) === index)
  const datesMoved = recognitionChanges.some((diff) => diff.field === "issued_on" || diff.field === "expires_on")
  return {
    ...outline(row),
    reasons: warnings,
    kind,
    ocop_product_id: known?.id ?? null,
    certificate_code: recognition?.certificate_code ?? null,
    changes,
    write:
      kind === "unchanged"
        ? null
        : {
            product: { id: known?.id ?? null, facts: known ? only(product, productChanges) : product },
            recognition: {
              id: recognition?.id ?? null,
              facts: recognition ? { ...only(facts, recognitionChanges), ...(datesMoved ? follow : {}) } : { ...facts, ...follow },
            },
          },
  }
}

/** Whether the desk may write this star of that day; null where it may without a word. */
function weigh(context: JudgeContext, star: number, day: CivilDate): { refused: boolean; reason: Reason } | null {
  const competence = competenceOf(context.authorities, context.level, star, day)
  if (competence.verdict === "allowed") return null
  if (competence.verdict === "refused") {
    const reason = competence.competent === "ministry"
      ? about(`Hạng ${star} sao do Bộ Nông nghiệp và Môi trường công nhận; tỉnh không ghi được.`, `${star} stars are recognised by the ministry; a province can't enter them.`, "star")
      : about(`Hạng ${star} sao vào ngày này do UBND cấp tỉnh công nhận.`, `On this day ${star} stars are recognised by the province.`, "star")
    return { refused: true, reason }
  }
  const reason = competence.reason === "recogniser_unknown"
    ? about("Lưu ý: chưa rõ cấp nào công nhận hạng này vào ngày đó; hãy đối chiếu quyết định.", "Note: it is not known who recognised this rank on that day; please compare the decision.", "star")
    : about("Lưu ý: hạng này khi đó do cấp huyện công nhận; tỉnh ghi thay.", "Note: districts recognised this rank then; the province enters it in their place.", "star")
  return { refused: false, reason }
}

/** The recognition of the same day; or of the same decision in the same year, whose day is being corrected. */
function recognitionOf(product: KnownProduct, row: PlacedRow): KnownRecognition | null {
  const sameDay = product.recognitions.filter((known) => known.issued_on === row.issued_on)
  const standing = sameDay.find((known) => !known.revoked_on) ?? sameDay[0]
  if (standing) return standing
  const corrected = product.recognitions.filter(
    (known) => !known.revoked_on && known.decision_no !== null && known.decision_no === row.decision_no && known.issued_on.slice(0, 4) === row.issued_on?.slice(0, 4),
  )
  return corrected.length === 1 ? (corrected[0] as KnownRecognition) : null
}

type Index = { byId: Map<string, KnownProduct>; byCode: Map<string, KnownProduct>; byName: Map<string, KnownProduct[]>; byProducer: Map<string, KnownProduct[]> }

function indexOf(register: readonly KnownProduct[]): Index {
  const index: Index = { byId: new Map(), byCode: new Map(), byName: new Map(), byProducer: new Map() }
  const add = (map: Map<string, KnownProduct[]>, key: string, product: KnownProduct) => map.set(key, [...(map.get(key) ?? []), product])
  for (const product of register) {
    index.byId.set(product.id, product)
    if (product.code) index.byCode.set(product.code, product)
    add(index.byName, `${product.province_code} ${nameKey(product.name, product.producer_name)}`, product)
    add(index.byProducer, `${product.province_code} ${producerWords(product.producer_name ?? "").join(" ")}`, product)
  }
  return index
}

function nameKey(name: string, producer: string | null): string {
  return `${foldedWords(name).join(" ")} | ${producerWords(producer ?? "").join(" ")}`
}

/** Which entry of the register a row means: by its id, by its code, by name and producer; or nobody can say. */
function find(row: PlacedRow, place: Place, index: Index): { product: KnownProduct | null } | { verdict: Verdict } {
  const byCode = row.code ? index.byCode.get(row.code) : undefined
  if (row.register_id && row.register_id !== "new") {
    const product = index.byId.get(row.register_id)
    if (!product) return { verdict: blamed(row, [about("Sổ không có mã này.", "The register holds no such id.", "register_id")]) }
    if (byCode && byCode.id !== product.id) return { verdict: blamed(row, [codeTaken(byCode)]) }
    return { product }
  }
  if (row.register_id === "new") return byCode ? { verdict: blamed(row, [codeTaken(byCode)]) } : { product: null }
  if (byCode) {
    const facts = { title: row.name, seller_name: row.producer_name, commune_code: place.commune_code }
    return matchScore(facts, byCode) >= LEAST_SCORE ? { product: byCode } : { verdict: unsure(row, [byCode], "Mã này trong sổ thuộc một sản phẩm khác hẳn.", "In the register this code belongs to quite another product.") }
  }
  const here = (product: KnownProduct) => !place.commune_code || !product.commune_code || product.commune_code === place.commune_code
  const same = (index.byName.get(`${place.province_code} ${nameKey(row.name, row.producer_name)}`) ?? []).filter(here)
  if (same.length === 1) return { product: same[0] as KnownProduct }
  if (same.length > 1) return { verdict: unsure(row, same, "Sổ có nhiều sản phẩm cùng tên, cùng chủ thể.", "The register holds several products of this name and producer.") }
  const alike = (index.byProducer.get(`${place.province_code} ${producerWords(row.producer_name).join(" ")}`) ?? [])
    .filter(here)
    .filter((product) => likeness(row.name, product.name) >= NEARLY_THE_SAME)
  return alike.length > 0 ? { verdict: unsure(row, alike, "Sổ có sản phẩm tên gần giống của chủ thể này.", "The register holds a product of this producer with nearly the same name.") } : { product: null }
}

function likeness(a: string, b: string): number {
  const left = new Set(foldedWords(a))
  const right = new Set(foldedWords(b))
  const common = [...left].filter((word) => right.has(word)).length
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}

function unsure(row: PlacedRow, products: KnownProduct[], vi: string, en: string): Verdict {
  const candidates = products.slice(0, 5).map((product) => ({ id: product.id, label: [product.name, product.producer_name].filter(Boolean).join(", ") }))
  const message = {
    vi: `${vi} Ghi mã của sản phẩm đúng vào cột “Mã số đăng ký”, hoặc ghi “mới” nếu là sản phẩm khác.`,
    en: `${en} Write the right one's id into the column “Mã số đăng ký”, or “new” for another product.`,
  }
  return { ...blamed(row, [{ field: "register_id", cell: null, message }]), kind: "ambiguous", candidates }
}

function codeTaken(product: KnownProduct): Reason {
  return about(`Mã sản phẩm này đang thuộc “${product.name}” (${product.id}).`, `This code belongs to “${product.name}” (${product.id}).`, "code")
}

const outside = (scope: string | null, province: string) => scope !== null && scope !== province

function about(vi: string, en: string, field: Reason["field"] = null): Reason {
  return { field, cell: null, message: { vi, en } satisfies Sentence }
}

function given<T extends object>(facts: T): Partial<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== "")) as Partial<T>
}

function outline(row: PlacedRow) {
  return { row: row.row, name: row.name, producer_name: row.producer_name, star: row.star, reasons: [] as Reason[], candidates: [] as Verdict["candidates"] }
}

function blamed(row: PlacedRow, reasons: Reason[]): Verdict {
  return { ...outline(row), kind: "error", ocop_product_id: null, certificate_code: null, changes: [], reasons, write: null }
}
