import { incomplete } from "../errors"
import type { ActOf } from "../rules/act-input"
import { receiptNumber } from "../rules/dossier-numbers"
import { renewalWindow } from "../rules/renewal-window"
import { missingForSubmission, type Missing } from "../rules/submission-check"
import type { DossierLaw, DossierRow } from "../rows"
import { nextSerial, type Outcome, type Work } from "./work"

/** What the dossier lacks on a day, as the rules see it. */
export function missingIn(dossier: DossierRow, law: DossierLaw, evidence: Parameters<typeof missingForSubmission>[0]["evidence"], today: string): Missing[] {
  return missingForSubmission({
    kind: dossier.kind,
    form: dossier.form,
    self_assessment: dossier.self_assessment,
    criteria: law.criteria,
    evidence,
    samples_required: law.samples_required,
    window: dossier.kind === "re_rating" && law.former_expires_on ? renewalWindow(law.former_expires_on, law.renewal, today) : null,
  })
}

/** The receipt number is given once, on the first submission; a resubmission starts the clock anew. */
export async function submit(work: Work, _input: ActOf<"submit">): Promise<Outcome> {
  const { dossier, law, today, context, store } = work
  const attachments = await store.listDossierAttachments({ dossier_id: dossier.id, withdrawn_at: null }, { select: ["kind"] }, context)
  const missing = missingIn(dossier, law, attachments.map(({ kind }) => kind), today)
  if (missing.length > 0) throw incomplete(missing)
  const change: Partial<DossierRow> = {
    submissions: dossier.submissions + 1,
    submitted_on: dossier.submitted_on ?? today,
    law_day: today,
    clock_on: today,
    returned: null,
    advice: null,
  }
  if (dossier.receipt_no === null) {
    const year = Number(today.slice(0, 4))
    const { commune_code: communeCode, province_code: provinceCode, product_set_no: setNo } = dossier
    const serial = await nextSerial(context, `receipt:${communeCode}:${year}`)
    change.receipt_no = receiptNumber({ serial, setNo, provinceCode, communeCode, year })
  }
  return { change, document_no: dossier.receipt_no ?? change.receipt_no ?? null }
}

export async function withdraw(_work: Work, input: ActOf<"withdraw">): Promise<Outcome> {
  return { change: {}, note: input.note }
}
