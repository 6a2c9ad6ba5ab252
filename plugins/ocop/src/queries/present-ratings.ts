import { DOSSIER_MODULE } from "../modules/dossier"
import { councilStillOpen, handInFirst, noSheet, notYourAct } from "../modules/dossier/errors"
import { countedSheets, quorumNow, seatsNow } from "../modules/dossier/acts/council"
import { choicesOf } from "../modules/dossier/rules/dossier-form"
import { scores } from "../modules/dossier/rules/council-quorum"
import type { DossierActor } from "../modules/dossier/rules/roles-on-dossier"
import { ownSheet, type Viewed } from "../modules/dossier/service"
import type DossierModuleService from "../modules/dossier/service"
import type { RatingRow } from "../modules/dossier/rows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { scoreMember } from "../modules/ocop/rules/member-score"
import { compareSheets } from "../modules/ocop/rules/sheet-comparison"
import { loadDossierLaw } from "./dossier-law"

/** A producer learns the results once they are decided upon. */
const DECIDED = ["recognised", "not_recognised", "approved_potential_5", "at_ministry", "at_central_council", "central_scored", "back_to_province"]

export async function presentRatings(store: DossierModuleService, viewed: Viewed, actor: DossierActor, legalVersion: string) {
  const isProducer = actor.type === "producer"
  if (isProducer && !DECIDED.includes(viewed.dossier.state)) return []
  const terms = await store.termsOf(legalVersion)
  const shown = isProducer ? viewed.ratings.filter((rating) => rating.closed_at !== null && (rating.level === "province" || viewed.dossier.state !== "central_scored")) : viewed.ratings
  return shown.map((rating) => {
    const seats = viewed.sheets.filter((sheet) => sheet.rating_id === rating.id)
    return {
      id: rating.id,
      level: rating.level,
      council: { id: rating.council_id, name: rating.council_name, decision_no: rating.council_decision_no, decided_on: rating.council_decided_on },
      form: rating.form,
      opened_on: rating.opened_on,
      closed_at: rating.closed_at,
      seats: isProducer
        ? []
        : seats.map(({ id, name, organisation, role, official_id, handed_in_at, recused_at, recusal_reason }) => ({
            sheet_id: id,
            name,
            organisation,
            role,
            scores: scores(role),
            me: official_id === actor.id,
            handed_in_at,
            recused_at,
            recusal_reason,
          })),
      quorum: quorumNow(seats, terms),
      result: rating.result,
      minutes: isProducer ? null : rating.minutes,
    }
  })
}

/** The viewer's own sheet, with what it adds up to. @throws ApiError 404 `dossier.no_sheet` */
export async function presentOwnSheet(container: MedusaContainer, viewed: Viewed, actor: DossierActor) {
  const sheet = ownSheet(viewed, actor)
  if (!sheet) throw noSheet()
  const { reading } = await loadDossierLaw(container, viewed.dossier)
  const { parts, total, missing } = scoreMember(reading, sheet.options)
  return {
    id: sheet.id,
    version: sheet.version,
    options: sheet.options,
    comments: sheet.comments,
    general_comment: sheet.general_comment,
    handed_in_at: sheet.handed_in_at,
    reopened_note: sheet.reopened_note,
    score: { total, points: Object.fromEntries(parts.map(({ code, points, max }) => [code, { points, max }])), missing },
    may_edit: viewed.acts.includes("score"),
    self_assessment: viewed.dossier.self_assessment,
  }
}

/**
 * The sheets of the latest council side by side. A scoring member sees them once their own is in, so that nobody writes
 * off; the secretary always; the office and the ministry's, once it is closed; a commune never, as with the minutes.
 */
export async function presentComparison(container: MedusaContainer, viewed: Viewed, actor: DossierActor) {
  const rating: RatingRow | undefined = viewed.ratings.at(-1)
  if (!rating || actor.type === "producer") throw noSheet()
  if (viewed.roles.length > 0 && viewed.roles.every((role) => role === "commune")) throw notYourAct()
  const closed = rating.closed_at !== null
  if (!closed) {
    const own = ownSheet(viewed, actor)
    if (own && own.handed_in_at === null) throw handInFirst()
    if (!own && !viewed.roles.includes("secretary")) throw councilStillOpen()
  }
  const { reading, inForce } = await loadDossierLaw(container, viewed.dossier)
  const counted = countedSheets(seatsNow(viewed))
  const compared = compareSheets(reading, counted, choicesOf(viewed.dossier.self_assessment), inForce.law, inForce.criteria_set)
  return {
    members: counted.map(({ id, name, organisation, role, general_comment }, column) => ({
      sheet_id: id,
      name,
      organisation,
      role,
      total: compared.totals[column],
      star: compared.stars[column],
      comment: general_comment,
    })),
    criteria: compared.criteria,
    average: compared.rating?.average_text ?? null,
    band: compared.rating?.band ?? null,
    star: compared.rating?.star ?? null,
    capped_by: compared.rating?.capped_by ?? [],
    closed,
  }
}

export const dossierStore = (container: MedusaContainer): DossierModuleService => container.resolve<DossierModuleService>(DOSSIER_MODULE)
