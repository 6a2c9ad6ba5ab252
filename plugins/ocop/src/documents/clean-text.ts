/**
 * Text as it may stand in an official paper: composed letters, no half characters (lone surrogates), no control
 * characters but the line break, and none that turn the reading direction round, with which a paper could be made to
 * show something else than it says. XML 1.0 §2.2 forbids most of them in any case.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .normalize("NFC")
}

/** The text, or null for what is not known: absent, blank, or nothing but characters that may not stand. */
export function known(text: string | null | undefined): string | null {
  const clean = cleanText(text ?? "").trim()
  return clean === "" ? null : clean
}

/** On one line. */
export function oneLine(text: string | null | undefined): string | null {
  return known(text)?.replace(/\s+/g, " ") ?? null
}
