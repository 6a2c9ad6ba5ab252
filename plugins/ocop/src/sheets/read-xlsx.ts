import { Unzip, UnzipInflate, unzipSync } from "fflate"
import { SaxesParser } from "saxes"
import type { Cell, TableRow } from "../modules/ocop/rules/official-list/types"
import { listFileErrors } from "./errors"
import { LIMITS } from "./limits"

export type Table = { rows: TableRow[]; merges: string[] }

/** Bytes handed to the inflater at a time: small, so that a bomb is stopped within megabytes. */
const PACKED_CHUNK_BYTES = 4 * 1024

/**
 * The first sheet of a workbook (ECMA-376). Only text is taken out: no formula is evaluated, no style, picture, link or
 * macro looked at, no DTD entity expanded. Sizes are checked in the archive's directory and again while it unpacks,
 * because the directory says what its author wants.
 */
export function readXlsx(file: Uint8Array): Table {
  const names = checkedNames(file)
  if (names.some((name) => /vbaProject|\.bin$/i.test(name) && /vba/i.test(name))) throw listFileErrors.macros()
  if (!names.includes("xl/workbook.xml")) throw listFileErrors.format()
  const budget = { bytes: 0 }
  const parts = unpack(file, ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "[Content_Types].xml"], budget)
  if (/macroEnabled/i.test(parts.get("[Content_Types].xml") ?? "")) throw listFileErrors.macros()
  const path = firstSheetPath(parts.get("xl/workbook.xml") ?? "", parts.get("xl/_rels/workbook.xml.rels") ?? "")
  if (!path || !names.includes(path)) throw listFileErrors.damaged()
  const strings = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "")
  const sheet = sheetParser(strings)
  stream(file, new Set([path]), budget, (_name, chunk) => sheet.write(chunk))
  return sheet.close()
}

/** The names in the directory, once what it declares is within bounds. */
function checkedNames(file: Uint8Array): string[] {
  const names: string[] = []
  let declared = 0
  try {
    unzipSync(file, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        declared += originalSize
        if (names.length > LIMITS.zipEntries || declared > LIMITS.unpackedBytes || declared > file.length * LIMITS.unpackedRatio) throw listFileErrors.bomb()
        return false
      },
    })
  } catch (error) {
    throw refusal(error)
  }
  return names
}

function unpack(file: Uint8Array, names: string[], budget: { bytes: number }): Map<string, string> {
  const decoders = new Map(names.map((name) => [name, { text: "", decoder: new TextDecoder() }]))
  stream(file, new Set(names), budget, (name, chunk) => {
    const part = decoders.get(name)
    if (part) part.text += part.decoder.decode(chunk, { stream: true })
  })
  return new Map([...decoders].map(([name, part]) => [name, part.text]))
}

function stream(file: Uint8Array, wanted: Set<string>, budget: { bytes: number }, onChunk: (name: string, chunk: Uint8Array) => void): void {
  let failure: unknown = null
  const unzip = new Unzip((entry) => {
    if (!wanted.has(entry.name)) return
    entry.ondata = (error, chunk) => {
      if (failure) return
      if (error) failure = error
      else {
        budget.bytes += chunk.length
        if (budget.bytes > LIMITS.unpackedBytes || budget.bytes > file.length * LIMITS.unpackedRatio) failure = listFileErrors.bomb()
        else onChunk(entry.name, chunk)
      }
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let start = 0; start < file.length && !failure; start += PACKED_CHUNK_BYTES) {
      unzip.push(file.subarray(start, start + PACKED_CHUNK_BYTES), start + PACKED_CHUNK_BYTES >= file.length)
    }
  } catch (error) {
    failure ??= error
  }
  if (failure) throw refusal(failure)
}

/** Our own refusals pass; everything the readers choke on is a damaged file. */
function refusal(error: unknown): unknown {
  return error instanceof Error && "sentence" in error ? error : listFileErrors.damaged()
}

const local = (name: string) => name.slice(name.indexOf(":") + 1)

function parse(xml: string, onOpen: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new SaxesParser()
  parser.on("opentag", (tag) => onOpen(local(tag.name), tag.attributes as Record<string, string>))
  try {
    parser.write(xml).close()
  } catch {
    throw listFileErrors.damaged()
  }
}

function firstSheetPath(workbook: string, relations: string): string | null {
  let id: string | null = null
  parse(workbook, (name, attributes) => {
    if (name === "sheet" && id === null && attributes.state !== "hidden" && attributes.state !== "veryHidden") {
      id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? null
    }
  })
  let path: string | null = null
  parse(relations, (name, { Id, Target }) => {
    if (name === "Relationship" && Id === id && Target) path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`
  })
  return path
}

/** Texts of the shared table; the reading aids of East Asian texts (rPh) are no part of them. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  if (!xml) return strings
  const parser = new SaxesParser()
  let inText = false
  let inPhonetic = false
  parser.on("opentag", ({ name }) => {
    if (local(name) === "si") strings.push("")
    if (local(name) === "rPh") inPhonetic = true
    inText = local(name) === "t" && !inPhonetic
  })
  parser.on("closetag", ({ name }) => {
    if (local(name) === "rPh") inPhonetic = false
    inText = false
  })
  parser.on("text", (text) => {
    const last = strings.length - 1
    if (inText && (strings[last] as string).length <= LIMITS.cellCharacters) strings[last] += text.slice(0, LIMITS.cellCharacters + 1)
  })
  try {
    parser.write(xml).close()
  } catch {
    throw listFileErrors.damaged()
  }
  return strings
}

function sheetParser(strings: string[]) {
  const table: Table = { rows: [], merges: [] }
  const decoder = new TextDecoder()
  const parser = new SaxesParser()
  let row: TableRow | null = null
  let column = 0
  let type = ""
  let formula = false
  let value = ""
  let taking = false

  parser.on("opentag", ({ name, attributes }) => {
    const given = attributes as Record<string, string>
    switch (local(name)) {
      case "row":
        row = { number: Number(given.r) || (table.rows.at(-1)?.number ?? 0) + 1, cells: [] }
        column = -1
        break
      case "c":
        column = given.r ? columnOf(given.r) : column + 1
        type = given.t ?? ""
        formula = false
        value = ""
        break
      case "f":
        formula = true
        break
      case "v":
      case "t":
        taking = true
        break
      case "mergeCell":
        if (given.ref) table.merges.push(given.ref)
    }
  })
  parser.on("text", (text) => {
    if (taking && value.length <= LIMITS.cellCharacters) value += text.slice(0, LIMITS.cellCharacters + 1)
  })
  parser.on("closetag", ({ name }) => {
    const tag = local(name)
    if (tag === "v" || tag === "t") taking = false
    if (tag === "c" && row && (value !== "" || formula)) {
      if (column >= LIMITS.columns) throw listFileErrors.tooManyColumns()
      const text = type === "s" ? (strings[Number(value)] ?? "") : value
      if (text !== "" || formula) {
        while (row.cells.length < column) row.cells.push({ text: "" })
        row.cells[column] = { text, ...(formula && { formula }) } satisfies Cell
      }
    }
    if (tag === "row" && row) {
      if (row.cells.length > 0) table.rows.push(row)
      if (table.rows.length > LIMITS.rows) throw listFileErrors.tooManyRows()
      row = null
    }
  })
  return {
    write: (chunk: Uint8Array) => void parser.write(decoder.decode(chunk, { stream: true })),
    close: (): Table => {
      try {
        parser.close()
      } catch {
        throw listFileErrors.damaged()
      }
      return table
    },
  }
}

function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
