import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService, type Language, type Unit } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DOSSIER_MODULE } from "../modules/dossier"
import { missingIn } from "../modules/dossier/acts/producer"
import type DossierModuleService from "../modules/dossier/service"
import type { Viewed } from "../modules/dossier/service"
import type { AttachmentRow, EventRow } from "../modules/dossier/rows"
import { standing, type DeadlineBasis } from "../modules/dossier/rules/deadlines"
import { choicesOf, withoutSensitive } from "../modules/dossier/rules/dossier-form"
import { EDITABLE_STATES } from "../modules/dossier/rules/dossier-types"
import { renewalWindow } from "../modules/dossier/rules/renewal-window"
import { maySeeSensitive, type DossierActor } from "../modules/dossier/rules/roles-on-dossier"
import { OCOP_MODULE } from "../modules/ocop"
import { rateSheets } from "../modules/ocop/rules/council-rating"
import { scoreMember } from "../modules/ocop/rules/member-score"
import type OcopModuleService from "../modules/ocop/service"
import { documentsOf } from "./dossier-documents"
import { loadDossierLaw, type LoadedLaw } from "./dossier-law"
import { presentRatings } from "./present-ratings"

type Place = { code: string; name: string; full_name: string }

/** What lists show of dossiers, in the order given. */
export async function presentCards(container: MedusaContainer, viewed: readonly Viewed[]) {
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const places = await units.retrieveUnits(viewed.flatMap(({ dossier }) => [dossier.commune_code, dossier.province_code]))
  const sets = await container.resolve<OcopModuleService>(OCOP_MODULE).listProductSets({ valid_to: null })
  return viewed.map((one) => card(one, places, sets.find(({ set_no }) => set_no === one.dossier.product_set_no)?.name ?? ""))
}

/** How many dossiers there are of each product set, by its number. */
export async function presentSets(container: MedusaContainer, counts: ReadonlyMap<number, number>) {
  const sets = await container.resolve<OcopModuleService>(OCOP_MODULE).listProductSets({ valid_to: null })
  return [...counts].map(([set_no, count]) => ({ set_no, name: sets.find((set) => set.set_no === set_no)?.name ?? "", count }))
}

function card({ dossier, acts }: Viewed, places: ReadonlyMap<string, Unit>, setName: string) {
  const place = (code: string): Place => {
    const unit = places.get(code)
    return { code, name: unit?.name ?? code, full_name: unit?.full_name ?? code }
  }
  return {
    id: dossier.id,
    kind: dossier.kind,
    state: dossier.state,
    star: dossier.star,
    product_name: dossier.product_name,
    applicant_name: dossier.applicant_name,
    product_set: { set_no: dossier.product_set_no, name: setName },
    commune: place(dossier.commune_code),
    province: place(dossier.province_code),
    receipt_no: dossier.receipt_no,
    province_receipt_no: dossier.province_receipt_no,
    submitted_on: dossier.submitted_on,
    deadline: dossier.due_on && {
      due_on: dossier.due_on,
      ...standing(dossier.due_on, todayInVietnam()),
      basis: dossier.due_basis as DeadlineBasis,
      provisional: dossier.due_provisional,
    },
    acts,
    version: dossier.version,
    illustrative: dossier.illustrative,
    updated_at: dossier.updated_at,
  }
}

/** All of a dossier its viewer may see: a producer learns of the council after the decision, and nobody's name there. */
export async function presentDossier(container: MedusaContainer, viewed: Viewed, actor: DossierActor, language: Language) {
  const { dossier } = viewed
  const law = await loadDossierLaw(container, dossier)
  const [summary] = await presentCards(container, [viewed])
  const isProducer = actor.type === "producer"
  const store = container.resolve<DossierModuleService>(DOSSIER_MODULE)
  const rows = (await store.listDossierAttachments({ dossier_id: dossier.id }, { order: { id: "ASC" } })) as unknown as AttachmentRow[]
  const events = (await store.listDossierEvents({ dossier_id: dossier.id }, { order: { version: "ASC", id: "ASC" } })) as unknown as EventRow[]
  const returnedNow = dossier.state === "returned_by_commune" || dossier.state === "returned_by_province"
  const editable = isProducer && EDITABLE_STATES.includes(dossier.state)
  const evidence = rows.filter((row) => row.withdrawn_at === null).map(({ kind }) => kind)
  return {
    ...summary,
    form: maySeeSensitive(viewed.roles) ? dossier.form : withoutSensitive(dossier.form),
    self_assessment: dossier.self_assessment,
    self_rating: selfRating(dossier.self_assessment, law),
    missing: editable ? missingIn(dossier, law, evidence, todayInVietnam()).map(({ field, sentence }) => ({ field, message: sentence[language] })) : [],
    samples_required: law.samples_required,
    window: dossier.kind === "re_rating" && law.former_expires_on ? renewalWindow(law.former_expires_on, law.renewal, todayInVietnam()) : null,
    former: presentFormer(law),
    listing_id: dossier.listing_id,
    returned: returnedNow ? dossier.returned : null,
    attachments: rows.filter((row) => !isProducer || row.added_role === "producer" || row.added_role === "commune").map((row) => presentAttachment(row, actor)),
    commune_report: isProducer && dossier.forwarded_on === null ? null : dossier.commune_report,
    commune_letter: dossier.commune_letter,
    consultants: isProducer ? [] : viewed.consultants.map(({ official_id, name, organisation }) => ({ name, organisation, me: official_id === actor.id })),
    advice: isProducer ? null : dossier.advice,
    ratings: await presentRatings(store, viewed, actor, law.legal_version),
    ministry_letter: dossier.ministry_letter,
    decision: dossier.decision && { outcome: dossier.decision.outcome, star: dossier.decision.star, decision_no: dossier.decision.decision_no, decided_on: dossier.decision.decided_on, issued_by: dossier.decision.issued_by, note: dossier.decision.note },
    recognition: await presentRecognition(container, viewed),
    events: events.map((event) => presentEvent(event, isProducer)),
    documents: documentsOf(viewed, actor),
  }
}

function selfRating(assessment: Viewed["dossier"]["self_assessment"], { reading, inForce }: LoadedLaw) {
  const known = new Set(reading.criteria.map(({ no }) => no))
  const choices = Object.fromEntries(Object.entries(choicesOf(assessment)).filter(([no]) => known.has(no)))
  if (Object.keys(choices).length === 0) return null
  const score = scoreMember(reading, choices)
  const { band, star, capped_by } = rateSheets(reading, [choices], inForce.law, inForce.criteria_set)
  return { total: score.total, points: pointsByPart(score.parts), band, star, capped_by, unanswered: score.missing }
}

export function pointsByPart(parts: readonly { code: string; points: number; max: number }[]) {
  return Object.fromEntries(parts.map(({ code, points, max }) => [code, { points, max }]))
}

function presentFormer({ former }: LoadedLaw) {
  if (!former?.recognition) return null
  const { product, recognition } = former
  return { ocop_product_id: product.id, name: product.name, code: product.code, star: recognition.star, expires_on: recognition.expires_on, decision_no: recognition.decision_no }
}

const DOOR = { producer: "/seller/dossiers", official: "/official/dossiers", operator: "/admin/ocop/dossiers" } as const

export function presentAttachment(row: AttachmentRow, actor: DossierActor) {
  const { id, filename, content_type, bytes, kind, criterion, note, added_role, created_at, withdrawn_at } = row
  return { id, filename, content_type, bytes, kind, criterion, note, added_by: added_role, added_at: created_at, withdrawn_at, url: `${DOOR[actor.type]}/${row.dossier_id}/attachments/${id}` }
}

/** What a council does among itself is not the producer's to follow name by name. */
const INNER = new Set(["consult", "advise", "recuse", "reopen_sheet", "hand_in"])

function presentEvent(event: EventRow, isProducer: boolean) {
  const hidden = isProducer && INNER.has(event.act)
  const named = !isProducer || ["producer", "commune"].includes(event.role)
  return {
    at: event.created_at,
    act: event.act,
    from: event.from_state,
    to: event.to_state,
    by: { role: event.role, name: named ? event.actor_name : null },
    note: hidden || (isProducer && event.act === "close_council") ? null : event.note,
    document_no: event.document_no,
    document_date: event.document_date,
  }
}

async function presentRecognition(container: MedusaContainer, { dossier }: Viewed) {
  if (dossier.registration !== "done" || !dossier.ocop_product_id) return null
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const [recognition] = await ocop.listRecognitions({ id: recognitionIdOf(dossier.id) })
  const [product] = await ocop.listOcopProducts({ id: dossier.ocop_product_id }, { select: ["id", "code"] })
  if (!recognition) return null
  const { certificate_code, star, issued_on, expires_on } = recognition
  return { ocop_product_id: dossier.ocop_product_id, product_code: product?.code ?? dossier.product_code, certificate_code, star, issued_on, expires_on }
}

/** One dossier, one recognition: whoever finishes what a crash cut off writes the same row. */
export function recognitionIdOf(dossierId: string): string {
  return `ocoprec_${dossierId}`
}

/** The product a first rating brings into the register. */
export function productIdOf(dossierId: string): string {
  return `ocop_${dossierId}`
}
