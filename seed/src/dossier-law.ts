import type { CalendarDayInput, DossierTermsInput } from "@cho-phien/ocop"
import { readData } from "./csv"

const CONFIDENCE = ["confirmed", "unconfirmed"] as const

/** Holidays and the Saturdays worked for them. A year without a holiday here is counted with computed ones. */
export function calendarDayRows(): CalendarDayInput[] {
  return readData("ocop_calendar_days.csv", ["day", "kind", "name"]).map((row) => ({
    id: `ocopday_${row.text("day")}`,
    day: row.text("day"),
    kind: row.oneOf("kind", ["holiday", "working_day"] as const),
    name: row.text("name"),
    legal_basis: row.text("legal_basis"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    source: row.text("source"),
  }))
}

export function dossierTermsRows(): DossierTermsInput[] {
  return readData("ocop_dossier_terms.csv", ["legal_version", "commune_working_days", "re_rating_days", "quorum_members", "quorum_of"]).map((row) => ({
    id: `ocopterms_${row.text("legal_version")}`,
    legal_version: row.text("legal_version"),
    commune_working_days: Number(row.number("commune_working_days")),
    re_rating_days: Number(row.number("re_rating_days")),
    province_rounds: rounds(row.text("province_rounds")),
    ministry_rounds: rounds(row.text("ministry_rounds")),
    quorum_members: Number(row.number("quorum_members")),
    quorum_of: Number(row.number("quorum_of")),
    confidence: row.oneOf("confidence", CONFIDENCE),
    legal_basis: row.text("legal_basis"),
    source: row.text("source"),
  }))
}

/** "04-30>06-30;10-30>12-30": received before, decided before. */
function rounds(text: string): { received_before: string; decided_before: string }[] {
  return text.split(";").map((round) => {
    const [received_before = "", decided_before = ""] = round.split(">")
    return { received_before, decided_before }
  })
}
