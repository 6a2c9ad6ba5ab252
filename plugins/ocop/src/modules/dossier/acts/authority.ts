import type { CivilDate } from "@cho-phien/administrative-units"
import { dateBeforeCouncil, dateImpossible, samplesMissing, starNotYours } from "../errors"
import type { ActOf } from "../rules/act-input"
import { productCode } from "../rules/dossier-numbers"
import { SAMPLES_REQUIRED } from "../rules/submission-check"
import type { Decision, DossierRow } from "../rows"
import { nameOf, nextSerial, type Outcome, type Work } from "./work"

export async function consult({ dossier, consultants, store, context, actor }: Work, input: ActOf<"consult">): Promise<Outcome> {
  const wanted = new Map(input.consultants.map((person) => [person.official_id, person]))
  const gone = consultants.filter(({ official_id }) => !wanted.has(official_id))
  const come = [...wanted.values()].filter(({ official_id }) => !consultants.some((known) => known.official_id === official_id))
  if (gone.length > 0) await store.deleteDossierConsultants({ dossier_id: dossier.id, official_id: gone.map(({ official_id }) => official_id) }, context)
  if (come.length > 0) await store.createDossierConsultants(come.map((person) => ({ ...person, dossier_id: dossier.id })), context)
  return { change: { received_by_province: dossier.received_by_province ?? nameOf(actor) }, note: [...wanted.values()].map(({ name }) => name).join(", ") }
}

export async function advise({ actor, now, today }: Work, { advice }: ActOf<"advise">): Promise<Outcome> {
  if (advice.surveyed_on !== null && advice.surveyed_on > today) throw dateImpossible("advice.surveyed_on")
  return { change: { advice: { ...advice, by: nameOf(actor), at: now.toISOString() } } }
}

export async function approvePotential5(work: Work, input: ActOf<"approve_potential_5">): Promise<Outcome> {
  return decided(work, { ...input, outcome: "approved_potential_5", note: null, star: null })
}

export async function refuse(work: Work, input: ActOf<"refuse">): Promise<Outcome> {
  return decided(work, { ...input, outcome: "not_recognised", star: null })
}

/**
 * The decision that gives the stars the council came to. The register is told afterwards, by the workflow: until then
 * `registration` is pending. A first rating gets its product code here, the commune's next serial.
 */
export async function recognise(work: Work, input: ActOf<"recognise">): Promise<Outcome> {
  const { dossier, law, ratings, role, context } = work
  const star = ratings.at(-1)?.result?.star
  const level = role === "ministry" ? "ministry" : "province"
  if (star === undefined || star < 3 || !law.mayRecognise(level, star, input.decided_on)) throw starNotYours()
  const { change, ...line } = decided(work, { ...input, outcome: "recognised", note: null, star })
  const further: Partial<DossierRow> = { star, registration: "pending" }
  if (dossier.kind === "first" && dossier.product_code === null) {
    const { commune_code: communeCode, province_code: provinceCode } = dossier
    const serial = await nextSerial(context, `product:${communeCode}`, law.highest_serial)
    further.product_code = productCode({ provinceCode, communeCode, serial, year: Number(input.decided_on.slice(0, 4)) })
  }
  return { ...line, change: { ...change, ...further } }
}

function decided(
  { ratings, role, today, law }: Work,
  input: { outcome: Decision["outcome"]; star: number | null; decision_no: string | null; decided_on: CivilDate; issued_by: string | null; note: string | null },
): Outcome {
  const { outcome, star, decision_no, decided_on, issued_by, note } = input
  if (decided_on > today) throw dateImpossible("decided_on")
  const held = ratings.at(-1)?.minutes?.held_on
  if (held && decided_on < held) throw dateBeforeCouncil("decided_on")
  const level = role === "ministry" ? ("ministry" as const) : ("province" as const)
  const decision: Decision = { outcome, star, decision_no, decided_on, issued_by: issued_by ?? law.issuers[level], note, level }
  return { change: { decision }, note, document_no: decision_no, document_date: decided_on }
}

export async function sendToMinistry({ law, today }: Work, { letter_no, letter_date, samples }: ActOf<"send_to_ministry">): Promise<Outcome> {
  if (letter_date > today) throw dateImpossible("letter_date")
  if (law.samples_required && samples < SAMPLES_REQUIRED) throw samplesMissing()
  return { change: { ministry_letter: { letter_no, letter_date, samples }, sent_to_ministry_on: today, clock_on: today }, document_no: letter_no, document_date: letter_date }
}

export async function returnToProvince({ today }: Work, { note }: ActOf<"return_to_province">): Promise<Outcome> {
  return { change: { clock_on: today }, note }
}

export async function sendBack({ today }: Work, { letter_no, letter_date, note }: ActOf<"send_back">): Promise<Outcome> {
  if (letter_date > today) throw dateImpossible("letter_date")
  return { change: { clock_on: today }, note, document_no: letter_no, document_date: letter_date }
}
