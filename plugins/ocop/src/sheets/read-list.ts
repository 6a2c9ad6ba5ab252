import { createHash } from "node:crypto"
import type { Sentence } from "@cho-phien/administrative-units"
import { readHeaders } from "../modules/ocop/rules/official-list/read-headers"
import { readRows, type ReadRows } from "../modules/ocop/rules/official-list/read-rows"
import { cellName, type Field } from "../modules/ocop/rules/official-list/types"
import { listFileErrors } from "./errors"
import { LIMITS } from "./limits"
import { readCsv } from "./read-csv"
import { readXlsx } from "./read-xlsx"

export type OfficialListFile = ReadRows & { sha256: string; format: "xlsx" | "csv"; encoding: string; fields: Field[] }

const NAMES: Partial<Record<Field, Sentence>> = {
  name: { vi: "Tên sản phẩm", en: "product" },
  producer_name: { vi: "Chủ thể", en: "producer" },
  star: { vi: "Hạng sao", en: "stars" },
}

/** Magic bytes of what people send instead of a table: PDF, old Office, RTF, pictures, gzip, RAR, 7z. */
const OTHERS = ["%PDF", "\xD0\xCF\x11\xE0", "{\\rtf", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "Rar!", "7z\xBC\xAF", "<htm", "<!DO", "<?xm"]

/** Reads an uploaded list, whatever its name says it is. @throws ApiError `ocop.list_…` */
export function readOfficialList(file: Uint8Array): OfficialListFile {
  if (file.length === 0) throw listFileErrors.empty()
  if (file.length > LIMITS.fileBytes) throw listFileErrors.tooLarge()
  const magic = String.fromCharCode(...file.subarray(0, 8))
  if (OTHERS.some((start) => magic.toLowerCase().startsWith(start.toLowerCase()))) throw listFileErrors.format()
  const isZip = magic.startsWith("PK")
  const table = isZip ? { ...readXlsx(file), encoding: "utf-8" } : { ...readCsv(file), merges: [] }

  const answer = readHeaders(table.rows)
  if ("missing" in answer) {
    if (table.encoding === "windows-1258") throw listFileErrors.encoding()
    if (table.rows.length === 0) throw listFileErrors.empty()
    const words = (language: "vi" | "en") => answer.missing.map((field) => NAMES[field]?.[language] ?? field).join(", ")
    throw listFileErrors.headings({ vi: words("vi"), en: words("en") })
  }
  const { headers } = answer
  if (headers.twice) throw listFileErrors.headingTwice(headers.twice.columns.map((column) => cellName(column, headers.row)).join(", "))
  const merged = table.merges.find((range) => Math.max(...[...range.matchAll(/\d+/g)].map(Number)) > headers.row)
  if (merged) throw listFileErrors.merged(merged)
  const read = readRows(table.rows, headers)
  if (read.rows.length === 0) throw listFileErrors.noRows()
  return {
    ...read,
    sha256: createHash("sha256").update(file).digest("hex"),
    format: isZip ? "xlsx" : "csv",
    encoding: table.encoding,
    fields: [...headers.columns.keys()],
  }
}
