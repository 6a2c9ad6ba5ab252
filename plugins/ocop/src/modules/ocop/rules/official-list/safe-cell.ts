/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP "CSV injection"): names come
 * from other people's files and must stay text on an official's computer. Also behind spaces and in full-width signs.
 */
export function safeCell(value: string): string {
  return /^[\s\p{Cc}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(value) ? `'${value}` : value
}

/** The text behind `safeCell`, so that a file we wrote reads as what it was written from. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && safeCell(text.slice(1)) === text ? text.slice(1) : text
}

/** One line of CSV (RFC 4180), safe to open in a spreadsheet. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((value) => quoted(value === null ? "" : typeof value === "number" ? String(value) : safeCell(value))).join(",")}\r\n`
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
