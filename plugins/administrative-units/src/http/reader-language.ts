/** The languages every sentence of the house exists in. Vietnamese is the default. */
export type Language = "vi" | "en"

/** One sentence in both languages. */
export type Sentence = { vi: string; en: string }

type WithHeaders = { headers?: Record<string, string | string[] | undefined> }

/**
 * The language the reader asked for in `Accept-Language` (RFC 9110 §12.5.4):
 * the supported one with the highest weight, the earlier one on a tie, Vietnamese when none is named.
 */
export function readerLanguage(req: WithHeaders): Language {
  const raw = req.headers?.["accept-language"]
  const header = (Array.isArray(raw) ? raw.join(",") : (raw ?? "")).slice(0, 400)
  let best: Language = "vi"
  let bestWeight = 0
  for (const part of header.split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";")
    const primary = tag.split("-")[0]
    if (primary !== "vi" && primary !== "en") continue
    const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    if (Number.isFinite(weight) && weight > bestWeight) {
      best = primary
      bestWeight = weight
    }
  }
  return best
}
