import type { CivilDate } from "@cho-phien/administrative-units"
import { recogniserOn, type Authority, type AuthorityLevel } from "./rating-authority"

/** Whose desk an act comes from. The operator and a seller decide nothing; the operator writes down what others decided. */
export type ActingLevel = "commune" | "province" | "ministry" | "operator" | "seller"

export type Competence =
  | { verdict: "allowed" }
  /** Nobody can tell from the law at hand; the person is told and goes on. */
  | { verdict: "warned"; reason: "recogniser_unknown" | "district_is_gone" }
  | { verdict: "refused"; competent: AuthorityLevel }

/**
 * Whether a desk may enter, withdraw or prolong a star whose day of decision is `day` (26/2026/QĐ-TTg Articles 4.1, 8.2).
 * What the districts recognised until they were abolished on 1 July 2025 is the province's to enter: nobody else is left.
 * Where the text that says who recognised is not at hand, a warning stands in for a refusal.
 */
export function competenceOf(rows: readonly Authority[], acting: ActingLevel, star: number, day: CivilDate): Competence {
  if (acting === "operator") return { verdict: "allowed" }
  const level = recogniserOn(rows, star, day)?.level ?? null
  if (acting === "commune" || acting === "seller") return { verdict: "refused", competent: level === "ministry" ? "ministry" : "province" }
  if (level === null) return { verdict: "warned", reason: "recogniser_unknown" }
  if (level === acting) return { verdict: "allowed" }
  if (level === "district" && acting === "province") return { verdict: "warned", reason: "district_is_gone" }
  return { verdict: "refused", competent: level === "district" ? "province" : level }
}
