import { dateImpossible, samplesMissing } from "../errors"
import type { ActOf } from "../rules/act-input"
import { receiptNumber } from "../rules/dossier-numbers"
import { SAMPLES_REQUIRED } from "../rules/submission-check"
import type { DossierRow } from "../rows"
import { nameOf, nextSerial, type Outcome, type Work } from "./work"

/** Form 03; written again, it replaces what was written. */
export async function report({ dossier, today, actor }: Work, { report: words }: ActOf<"report">): Promise<Outcome> {
  return {
    change: {
      commune_report: { ...words, reported_on: today, reported_by: nameOf(actor) },
      received_by_commune: dossier.received_by_commune ?? nameOf(actor),
    },
  }
}

export async function returnToProducer({ dossier, role, actor, now }: Work, { note }: ActOf<"return_to_producer">): Promise<Outcome> {
  const by = role === "commune" ? "commune" : "province"
  const received: Partial<DossierRow> = by === "commune" ? { received_by_commune: dossier.received_by_commune ?? nameOf(actor) } : {}
  return { change: { ...received, returned: { by, note, at: now.toISOString() }, clock_on: null }, note }
}

/** To the province, with the commune's letter; the province gives the dossier a number of its own. */
export async function forward(work: Work, { letter_no, letter_date, samples }: ActOf<"forward">): Promise<Outcome> {
  const { dossier, law, today, context } = work
  if (letter_date > today) throw dateImpossible("letter_date")
  if (law.samples_required && samples < SAMPLES_REQUIRED) throw samplesMissing()
  const change: Partial<DossierRow> = { commune_letter: { letter_no, letter_date, samples }, forwarded_on: today, clock_on: today }
  if (dossier.province_receipt_no === null) {
    const year = Number(today.slice(0, 4))
    const { commune_code: communeCode, province_code: provinceCode, product_set_no: setNo } = dossier
    const serial = await nextSerial(context, `province-receipt:${provinceCode}:${year}`)
    change.province_receipt_no = receiptNumber({ serial, setNo, provinceCode, communeCode, year })
  }
  return { change, document_no: letter_no, document_date: letter_date }
}
