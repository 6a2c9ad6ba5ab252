import type { CivilDate } from "@cho-phien/administrative-units"
import type { Stars } from "./recognition-status"

export type AuthorityLevel = "commune" | "district" | "province" | "ministry"

/** One row of the dated table of who does what. */
export type Authority = {
  role: "receives" | "recognises"
  level: AuthorityLevel | null
  star: number | null
  valid_from: CivilDate
  valid_to: CivilDate | null
  confidence: "confirmed" | "unconfirmed"
  legal_basis: string
}

/**
 * Who recognises a star on a day. null where nobody does; a `level` of null where somebody does but who isn't known.
 * One and two stars are never recognised (26/2026/QĐ-TTg Article 4.1.a).
 */
export function recogniserOn<T extends Authority>(rows: readonly T[], star: number, day: CivilDate): T | null {
  return inForce(rows, day).find((row) => row.role === "recognises" && row.star === star) ?? null
}

/** Whether an authority of this level may recognise the star on that day; what isn't known is not allowed. */
export function mayRecognise(rows: readonly Authority[], level: AuthorityLevel, star: Stars, day: CivilDate): boolean {
  return recogniserOn(rows, star, day)?.level === level
}

/** Who receives dossiers on a day. */
export function receiverOn<T extends Authority>(rows: readonly T[], day: CivilDate): T | null {
  return inForce(rows, day).find((row) => row.role === "receives") ?? null
}

function inForce<T extends Authority>(rows: readonly T[], day: CivilDate): T[] {
  return rows.filter((row) => row.valid_from <= day && (row.valid_to === null || day < row.valid_to))
}
