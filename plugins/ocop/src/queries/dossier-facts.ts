import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { DossierFacts, RatingFacts } from "../documents/dossier-facts"
import { countedSheets, quorumNow } from "../modules/dossier/acts/council"
import { choicesOf, withoutSensitive } from "../modules/dossier/rules/dossier-form"
import { maySeeSensitive } from "../modules/dossier/rules/roles-on-dossier"
import type { AttachmentRow, RatingRow } from "../modules/dossier/rows"
import type { Viewed } from "../modules/dossier/service"
import { chosenIndex, scoreMember } from "../modules/ocop/rules/member-score"
import type { Stars } from "../modules/ocop/rules/recognition-status"
import { averageOf, averageText } from "../modules/ocop/rules/score-band"
import { loadDossierLaw, type LoadedLaw } from "./dossier-law"
import { dossierStore } from "./present-ratings"

/** What the papers of a dossier are printed from. `level`: whose council, else the one closed last. */
export async function dossierFacts(container: MedusaContainer, viewed: Viewed, level?: "province" | "ministry"): Promise<DossierFacts> {
  const { dossier } = viewed
  const law = await loadDossierLaw(container, dossier)
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([dossier.commune_code, dossier.province_code])
  const attachments = (await dossierStore(container).listDossierAttachments({ dossier_id: dossier.id, withdrawn_at: null }, { order: { id: "ASC" } })) as unknown as AttachmentRow[]
  const closed = viewed.ratings.filter((rating) => rating.closed_at !== null && (level === undefined || rating.level === level)).at(-1)
  const { former } = law
  return {
    kind: dossier.kind,
    year: Number((dossier.submitted_on ?? todayInVietnam()).slice(0, 4)),
    province_name: units.get(dossier.province_code)?.full_name ?? dossier.province_code,
    commune_name: units.get(dossier.commune_code)?.full_name ?? dossier.commune_code,
    product_set: law.product_set,
    form: maySeeSensitive(viewed.roles) ? dossier.form : withoutSensitive(dossier.form),
    ...assessedCriteria(dossier.self_assessment, law),
    attachments: attachments.map(({ filename, kind, criterion }) => ({ filename, kind, criterion })),
    former: former?.recognition ? { name: former.product.name, code: former.product.code, star: former.recognition.star, decision_no: former.recognition.decision_no, expires_on: former.recognition.expires_on } : null,
    receipt: dossier.receipt_no && dossier.submitted_on ? { no: dossier.receipt_no, received_on: dossier.submitted_on, received_by: dossier.received_by_commune } : null,
    province_receipt: dossier.province_receipt_no && dossier.forwarded_on ? { no: dossier.province_receipt_no, received_on: dossier.forwarded_on, received_by: dossier.received_by_province } : null,
    commune_report: dossier.commune_report,
    commune_letter: dossier.commune_letter,
    rating: closed ? await ratingFacts(container, viewed, closed, law) : null,
    product_code: former?.product.code ?? dossier.product_code,
    issued_by: law.issuers[closed?.level ?? "province"],
    legal_basis: law.inForce.law.name,
  }
}

function assessedCriteria(assessment: Viewed["dossier"]["self_assessment"], { reading }: LoadedLaw): Pick<DossierFacts, "criteria" | "self_total"> {
  const choices = choicesOf(assessment)
  const criteria = reading.criteria.map((criterion) => {
    const index = chosenIndex(criterion, choices)
    const option = criterion.options.find((o) => o.index === index)
    return {
      no: criterion.no,
      title: criterion.title,
      part: criterion.part,
      max: criterion.max,
      chosen_text: option?.text ?? null,
      points: index === null ? null : (option?.points ?? 0),
      description: assessment[criterion.no]?.description ?? null,
    }
  })
  const answered = criteria.filter(({ points }) => points !== null)
  return { criteria, self_total: answered.length === 0 ? null : answered.reduce((sum, { points }) => sum + (points ?? 0), 0) }
}

async function ratingFacts(container: MedusaContainer, viewed: Viewed, rating: RatingRow, law: LoadedLaw): Promise<RatingFacts | null> {
  const { result, minutes } = rating
  if (!result || !minutes) return null
  const seats = viewed.sheets.filter((sheet) => sheet.rating_id === rating.id)
  const counted = countedSheets(seats)
  const columns = seats.filter((seat) => counted.includes(seat))
  return {
    level: rating.level,
    council_name: rating.council_name,
    council_decision_no: rating.council_decision_no,
    council_decided_on: rating.council_decided_on,
    form: rating.form,
    ...minutes,
    members: seats.map((seat) => ({
      name: seat.name,
      organisation: seat.organisation,
      role: seat.role,
      recused: seat.recused_at !== null,
      recusal_reason: seat.recusal_reason,
      total: counted.includes(seat) ? scoreMember(law.reading, seat.options).total : null,
      comment: seat.general_comment,
    })),
    criteria: law.reading.criteria.map((criterion) => {
      const points = columns.map((seat) => criterion.options.find((option) => option.index === chosenIndex(criterion, seat.options))?.points ?? 0)
      return { no: criterion.no, title: criterion.title, part: criterion.part, max: criterion.max, points, average: averageText(averageOf(points)) }
    }),
    average: result.average,
    band: result.band,
    star: result.star,
    capped_by: result.capped_by.map(({ criterion, title, star }) => ({ criterion, title, star: star as Stars })),
    quorum: quorumNow(seats, await dossierStore(container).termsOf(law.legal_version)),
  }
}
