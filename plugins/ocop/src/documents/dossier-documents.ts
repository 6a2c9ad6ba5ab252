import { isCivilDate, type CivilDate } from "@cho-phien/administrative-units"
import { communeReport } from "./commune-report"
import { councilMinutes } from "./council-minutes"
import type { DocumentFile, DossierFacts, RatingFacts, ReceiptFacts } from "./dossier-facts"
import { draftDecision } from "./draft-decision"
import { EVIDENCE_KINDS, OTHER_EVIDENCE } from "./evidence-kinds"
import { inSentence, shortDate } from "./paper"
import { receiptSlip } from "./receipt-slip"
import { registrationForm } from "./registration-form"
import { resultTable } from "./result-table"
import { selfAssessmentReport } from "./self-assessment-report"
import type { Applicant, AssessedSheet, CouncilResult, DecisionKind, EvidenceLine, ProducerBox, Receipt, Signed, Text } from "./types"

/**
 * The papers of a dossier as DOCX. What is not known is a dotted line to be filled by hand. The three papers of a
 * council need a closed rating.
 * @throws RangeError for a council's paper without a rating, and for a decision below 3 stars, which is not issued
 */
export const DOSSIER_DOCUMENTS: Record<DocumentFile, (facts: DossierFacts) => Promise<Uint8Array>> = {
  "mau-01-phieu-dang-ky.docx": async (facts) =>
    registrationForm({
      province_name: facts.province_name,
      year: facts.year,
      applicant: applicantOf(facts),
      product_name: facts.form.product_name,
      classification: [facts.product_set.industry, facts.product_set.group_name, facts.product_set.subgroup].filter(Boolean).join(", "),
      kind: facts.kind,
      sample_count: facts.form.samples ?? null,
      signed: signedByProducer(facts),
      commune_receipt: receiptOf(facts.receipt, committeeOf(facts.commune_name)),
      province_receipt: receiptOf(facts.province_receipt, null),
    }),
  "mau-02-bao-cao-tu-danh-gia.docx": async (facts) => {
    const { form } = facts
    return selfAssessmentReport({
      applicant: applicantOf(facts),
      founded_on: day(form.registered_on),
      registration_no: form.registration_no,
      product_name: form.product_name,
      product_description: form.product_description,
      boxes: boxesOf(facts),
      other_intellectual_property: form.other_ip,
      history: form.history,
      structure: form.structure,
      results: { materials_and_technology: form.raw_materials, quality_changes: form.quality_changes, market: form.markets, business_results: form.business_results },
      former: formerOf(facts),
      changes: form.changes,
      kind: facts.kind,
      assessment: assessmentOf(facts),
      evidence: evidenceOf(facts),
      plan: form.plan,
      signed: signedByProducer(facts),
    })
  },
  "mau-03-bao-cao-cua-xa.docx": async (facts) =>
    communeReport({
      commune: { full_name: facts.commune_name, province_name: facts.province_name },
      number: null,
      signed: { place: bare(facts.commune_name), on: day(facts.commune_report?.reported_on) },
      applicant: applicantOf(facts),
      product_name: facts.form.product_name,
      local_material: facts.commune_report?.local_material,
      local_labour: facts.commune_report?.local_labour,
      origin_of_idea: facts.commune_report?.idea_origin,
      local_identity: facts.commune_report?.local_identity,
      signer: { position: null, name: null },
    }),
  "phieu-tiep-nhan.docx": async (facts) =>
    receiptSlip({
      authority: { superior: null, name: committeeOf(facts.commune_name) },
      receipt: receiptOf(facts.receipt, committeeOf(facts.commune_name)) ?? { number: null, received_on: null, received_by: null, office: null },
      applicant: applicantOf(facts),
      product_name: facts.form.product_name,
      kind: facts.kind,
      documents: handedIn(facts),
      due_on: null,
      due_rule: `15 ngày làm việc kể từ ngày tiếp nhận hồ sơ, theo khoản 2 Điều 7 ${facts.legal_basis}`,
    }),
  "bien-ban-hop-hoi-dong.docx": async (facts) => {
    const rating = ratingOf(facts)
    const seat = (role: "chair" | "secretary") => rating.members.find((member) => member.role === role)
    return councilMinutes({
      level: rating.level === "ministry" ? "central" : "province",
      authority: { superior: facts.issued_by, name: rating.council_name },
      number: null,
      form: rating.form === "written" ? "written_opinion" : "meeting",
      place: rating.place,
      opened: { on: day(rating.held_on), at: null },
      closed: { on: null, at: null },
      chair: person(seat("chair")),
      secretary: person(seat("secretary")),
      members: rating.members.map(person),
      absent: rating.members
        .filter((member) => member.total === null && !member.recused && member.role !== "secretary")
        .map(({ name }) => ({ name, reason: "không có phiếu đánh giá" })),
      appointed_by: rating.council_decision_no ? `Quyết định số ${rating.council_decision_no}${rating.council_decided_on ? ` ngày ${shortDate(day(rating.council_decided_on))}` : ""}` : null,
      legal_basis: facts.legal_basis,
      results: [resultOf(facts, rating)],
      discussion: rating.discussion,
      conclusion: rating.conclusion,
    })
  },
  "bang-tong-hop-ket-qua.docx": async (facts) => {
    const rating = ratingOf(facts)
    return resultTable({
      level: rating.level === "ministry" ? "central" : "province",
      authority: { superior: facts.issued_by, name: rating.council_name },
      round: `Năm ${facts.year}`,
      signed: { place: rating.level === "ministry" ? "Hà Nội" : bare(facts.province_name), on: day(rating.held_on) },
      chair_name: rating.members.find(({ role }) => role === "chair")?.name,
      secretary_name: rating.members.find(({ role }) => role === "secretary")?.name,
      results: [resultOf(facts, rating)],
    })
  },
  "du-thao-quyet-dinh.docx": async (facts) => {
    const rating = ratingOf(facts)
    if (rating.star < 3) throw new RangeError("Below 3 stars no decision is issued (26/2026/QĐ-TTg Article 4.1.a)")
    const kind = decisionKind(rating)
    return draftDecision({
      kind,
      level: rating.level === "ministry" ? "central" : "province",
      province_name: facts.province_name,
      number: null,
      signed: { place: kind === "recognise_5" ? "Hà Nội" : bare(facts.province_name), on: null },
      legal_basis: facts.legal_basis,
      minutes: { number: null, on: day(rating.held_on) },
      proposed_by: { office: null, number: null, on: null },
      products: [
        {
          name: facts.form.product_name,
          code: facts.product_code,
          applicant_name: facts.form.applicant_name,
          applicant_address: facts.form.address,
          star: rating.star,
          average: rating.average,
        },
      ],
      signer: { position: null, name: null },
    })
  },
}

const ORGANISATIONS: Record<NonNullable<DossierFacts["form"]["organisation_kind"]>, string> = {
  cooperative: "Hợp tác xã",
  cooperative_group: "Tổ hợp tác",
  enterprise: "Doanh nghiệp",
  farm: "Trang trại",
  household_business: "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh",
  association: "Hội, hiệp hội, trung tâm điều hành",
}

function applicantOf({ form }: DossierFacts): Applicant {
  // Gender and ethnicity are only printed while the consent to it stands (Law 91/2025/QH15 on personal data).
  const consent = form.sensitive_consent === true
  return {
    name: form.applicant_name,
    organisation_type: form.organisation_kind ? ORGANISATIONS[form.organisation_kind] : null,
    address: form.address,
    phone: form.phone,
    email: form.email,
    representative: {
      name: form.representative_name,
      position: form.representative_position,
      gender: consent && form.representative_gender ? (form.representative_gender === "female" ? "Nữ" : "Nam") : null,
      ethnicity: consent ? form.representative_ethnicity : null,
      permanent_address: form.representative_residence,
    },
  }
}

function boxesOf({ form }: DossierFacts): ProducerBox[] {
  const holds = form.holds ?? {}
  const ownership = [holds.trademark, holds.mark_use_right, holds.patent, holds.industrial_design, holds.copyright, form.other_ip?.trim()]
  const ticked: Record<ProducerBox, unknown> = {
    business_registration: holds.business_registration,
    quality_declared: holds.quality_declaration,
    food_safety_certificate: holds.food_safety,
    production_conditions: holds.production_conditions,
    intellectual_property: ownership.some(Boolean),
    trademark: holds.trademark,
    right_of_use: holds.mark_use_right,
    patent: holds.patent,
    industrial_design: holds.industrial_design,
    copyright: holds.copyright,
  }
  return (Object.keys(ticked) as ProducerBox[]).filter((name) => ticked[name])
}

const PART_TITLES = { A: "Sản phẩm và sức mạnh của cộng đồng", B: "Khả năng tiếp thị", C: "Chất lượng sản phẩm" } as const

function assessmentOf({ criteria, attachments, product_set, self_total }: DossierFacts): AssessedSheet | null {
  if (criteria.length === 0) return null
  const parts = (["A", "B", "C"] as const).map((code) => {
    const own = criteria.filter((criterion) => criterion.part === code)
    return {
      code,
      title: PART_TITLES[code],
      max: sum(own.map(({ max }) => max)),
      points: sum(own.map(({ points }) => points ?? 0)),
      criteria: own.map(({ no, title, max, chosen_text, points, description }) => ({
        no,
        title,
        max,
        chosen: chosen_text,
        points,
        comment: description,
        evidence: attachments.filter(({ criterion }) => criterion === no).map(({ filename }) => filename),
      })),
    }
  })
  return { name: product_set.name, parts, total: self_total ?? sum(parts.map(({ points }) => points)), max: sum(parts.map(({ max }) => max)) }
}

function evidenceOf({ attachments }: DossierFacts): EvidenceLine[] {
  const files = (test: (kind: string) => boolean) => attachments.filter(({ kind }) => test(kind)).map(({ filename }) => filename)
  const lines = Object.entries(EVIDENCE_KINDS).map(([kind, { title, requirement }]) => ({ kind: title, requirement, files: files((other) => other === kind) }))
  const others = files((kind) => !Object.hasOwn(EVIDENCE_KINDS, kind))
  return others.length > 0 ? [...lines, { kind: OTHER_EVIDENCE.title, requirement: OTHER_EVIDENCE.requirement, files: others }] : lines
}

function handedIn(facts: DossierFacts): { title: string; count: number }[] {
  const evidence = evidenceOf(facts).filter(({ files }) => files.length > 0)
  return [
    { title: "Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu số 01)", count: 1 },
    { title: "Báo cáo tự đánh giá về sản phẩm (Mẫu số 02)", count: 1 },
    ...evidence.map(({ kind, files }) => ({ title: kind, count: files.length })),
  ]
}

function formerOf({ former }: DossierFacts): Text {
  if (!former) return null
  const { name, code, star, decision_no, expires_on } = former
  return [`Sản phẩm đã được công nhận: ${name}`, code && `mã số ${code}`, `hạng ${star} sao`, decision_no && `theo Quyết định số ${decision_no}`, `thời hạn đến ${shortDate(day(expires_on))}`]
    .filter(Boolean)
    .join(", ")
}

function ratingOf({ rating }: DossierFacts): RatingFacts {
  if (!rating) throw new RangeError("No council has closed this dossier")
  return rating
}

function resultOf(facts: DossierFacts, rating: RatingFacts): CouncilResult {
  const counted = rating.members.filter((member) => member.total !== null)
  return {
    product_name: facts.form.product_name,
    product_code: facts.product_code,
    applicant_name: facts.form.applicant_name,
    applicant_address: facts.form.address,
    set_name: facts.product_set.name,
    kind: facts.kind,
    criteria: rating.criteria,
    sheets: counted.map((member, i) => ({
      member: member.name,
      parts: (["A", "B", "C"] as const).map((code) => ({ code, points: sum(rating.criteria.filter(({ part }) => part === code).map(({ points }) => points[i] ?? 0)) })),
      total: member.total ?? 0,
      points: rating.criteria.map(({ points }) => points[i] ?? null),
    })),
    seats: rating.quorum,
    average: rating.average,
    band: rating.band,
    star: rating.star,
    capped_by: rating.capped_by,
    recused: rating.members.filter(({ recused }) => recused).map(({ name, recusal_reason }) => ({ name, reason: recusal_reason })),
    comments: rating.members.flatMap(({ name, comment }) => (comment ? [{ member: name, criterion: null, text: comment }] : [])),
  }
}

/** What a central council sends back below 5 stars, the province may recognise by its result (Article 7.4.g). */
function decisionKind({ level, star }: RatingFacts): DecisionKind {
  if (star < 5) return "recognise"
  return level === "ministry" ? "recognise_5" : "approve_potential_5"
}

const ROLES = { chair: "Chủ tịch Hội đồng", secretary: "Thư ký", member: "Thành viên" } as const

function person(member: RatingFacts["members"][number] | undefined) {
  return { name: member?.name, organisation: member?.organisation, position: member && ROLES[member.role] }
}

function receiptOf(receipt: ReceiptFacts | null, office: Text): Receipt | null {
  return receipt && { number: receipt.no, received_on: day(receipt.received_on), received_by: receipt.received_by, office }
}

function committeeOf(unit: string): string {
  return `Ủy ban nhân dân ${inSentence(unit, "xã")}`
}

/** A dossier handed in on screen is signed by handing it in (Article 7.1); before that the day stays open. */
function signedByProducer({ commune_name, receipt }: DossierFacts): Signed {
  return { place: bare(commune_name), on: day(receipt?.received_on) }
}

/** "Tân Cương" for "Xã Tân Cương": where a paper is signed. */
function bare(fullName: string): string {
  return fullName.replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+/iu, "")
}

function day(text: string | null | undefined): CivilDate | null {
  const date = text?.slice(0, 10)
  return date && isCivilDate(date) ? date : null
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

