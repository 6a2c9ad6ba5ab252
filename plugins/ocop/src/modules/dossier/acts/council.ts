import { dateImpossible, nobodyLeftToClose, noQuorum, noSheet, sheetNotHandedIn, unknownCouncil } from "../errors"
import type { ActOf } from "../rules/act-input"
import { mayRecuse, quorumOf, type Quorum, type QuorumTerms } from "../rules/council-quorum"
import type { CouncilRow, SheetRow } from "../rows"
import type { Outcome, Work } from "./work"

/** Puts the dossier to a council of the level that holds it; its members get their seats as they are today. */
export async function openCouncil(work: Work, { council_id, form }: ActOf<"open_council">): Promise<Outcome> {
  const { dossier, ratings, store, context, today, role, to } = work
  const level = to === "at_central_council" ? "ministry" : "province"
  const [found] = await store.listCouncils({ id: council_id, level }, {}, context)
  const council = found as unknown as CouncilRow | undefined
  if (!council || (level === "province" && council.province_code !== dossier.province_code)) throw unknownCouncil()
  const [rating] = await store.createDossierRatings(
    [
      {
        dossier_id: dossier.id,
        rating_no: ratings.length + 1,
        level,
        council_id: council.id,
        council_name: council.name,
        council_decision_no: council.decision_no,
        council_decided_on: council.decided_on,
        // By written opinion for a re-rating (26/2026/QĐ-TTg Article 7.6.d), else at a meeting.
        form: form ?? (dossier.kind === "re_rating" ? ("written" as const) : ("meeting" as const)),
        opened_on: today,
      },
    ],
    context,
  )
  if (!rating) throw new Error("A rating was not created")
  await store.createDossierSheets(
    council.members.map((member) => ({ ...member, rating_id: rating.id, dossier_id: dossier.id, options: {}, comments: {} })),
    context,
  )
  const received = role === "province" ? { received_by_province: dossier.received_by_province ?? work.actor.name } : {}
  return { change: received, document_no: council.decision_no, document_date: council.decided_on }
}

export function seatsNow({ ratings, sheets }: Pick<Work, "ratings" | "sheets">): SheetRow[] {
  const latest = ratings.at(-1)
  return latest ? sheets.filter((sheet) => sheet.rating_id === latest.id) : []
}

export async function recuse(work: Work, { reason }: ActOf<"recuse">): Promise<Outcome> {
  const seats = seatsNow(work)
  const own = seats.find((seat) => seat.official_id === work.actor.id)
  if (!own) throw noSheet()
  if (!mayRecuse(seats.map(({ id, role, recused_at }) => ({ id, role, recused: recused_at !== null })), own.id)) throw nobodyLeftToClose()
  await work.store.updateDossierSheets([{ id: own.id, version: own.version + 1, recused_at: work.now, recusal_reason: reason }], work.context)
  return { change: {}, note: reason }
}

export async function reopenSheet(work: Work, { sheet_id, reason }: ActOf<"reopen_sheet">): Promise<Outcome> {
  const sheet = seatsNow(work).find((seat) => seat.id === sheet_id && seat.recused_at === null)
  if (!sheet) throw noSheet()
  if (sheet.handed_in_at === null) throw sheetNotHandedIn()
  await work.store.updateDossierSheets([{ id: sheet.id, version: sheet.version + 1, handed_in_at: null, reopened_note: reason }], work.context)
  return { change: {}, note: `${sheet.name}: ${reason}` }
}

export function quorumNow(seats: readonly SheetRow[], terms: QuorumTerms): Quorum {
  return quorumOf(seats.map(({ role, recused_at, handed_in_at }) => ({ role, recused: recused_at !== null, handed_in: handed_in_at !== null })), terms)
}

export function countedSheets(seats: readonly SheetRow[]): SheetRow[] {
  return seats.filter((seat) => seat.role !== "secretary" && seat.recused_at === null && seat.handed_in_at !== null)
}

/** Freezes what the sheets give. Who stepped out or handed nothing in doesn't count. */
export async function closeCouncil(work: Work, { minutes }: ActOf<"close_council">): Promise<Outcome> {
  const { ratings, law, store, context, today, now } = work
  if (minutes.held_on > today) throw dateImpossible("minutes.held_on")
  const seats = seatsNow(work)
  const rating = ratings.at(-1)
  if (!rating) throw new Error("There is no council to close")
  const quorum = quorumNow(seats, await store.termsOf(law.legal_version, context))
  if (!quorum.reached) throw noQuorum({ quorum })
  const result = law.rate(countedSheets(seats).map((sheet) => sheet.options))
  await store.updateDossierRatings([{ id: rating.id, closed_at: now, result: result as unknown as Record<string, unknown>, minutes }], context)
  return { change: {}, document_date: minutes.held_on, note: minutes.conclusion }
}
