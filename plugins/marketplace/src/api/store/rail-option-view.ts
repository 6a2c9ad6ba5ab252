import type { Language } from "@cho-phien/administrative-units"
import type { RailOption } from "../../queries/rail-options"

/** Rail options with their reasons in one language. */
export function inLanguage(options: RailOption[], language: Language) {
  return options.map(({ rail, open, reason }) => ({ rail, open, reason: reason?.[language] ?? null }))
}
