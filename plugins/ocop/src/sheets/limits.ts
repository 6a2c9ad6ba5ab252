/** How large an official list may be. Checked before anything is parsed, and again while it is. */
export const LIMITS = {
  fileBytes: 5 * 1024 * 1024,
  /** What a workbook may unpack to, in all and against its packed size (a list of text packs about 1:10). */
  unpackedBytes: 48 * 1024 * 1024,
  unpackedRatio: 200,
  zipEntries: 500,
  rows: 5_000,
  columns: 60,
  cellCharacters: 2_000,
} as const
