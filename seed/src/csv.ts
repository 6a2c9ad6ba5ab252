import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"

const DATA_DIR = join(__dirname, "..", "data")

/** The rows of a file in seed/data. @throws Error that names the file, the line and the column of an empty required cell */
export function readData(file: string, required: readonly string[] = []): Row[] {
  const rows = parse(readFileSync(join(DATA_DIR, file)), { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  for (const [index, row] of rows.entries()) {
    for (const column of [...required, "source"]) {
      if (!row[column]) throw new Error(`seed/data/${file}, row ${index + 2}: ${column} is empty`)
    }
  }
  return rows.map((row) => new Row(file, row))
}

/** One row, read with its types. A column that the file lacks is an error, not an empty cell. */
export class Row {
  constructor(
    private readonly file: string,
    private readonly cells: Record<string, string>,
  ) {}

  text(column: string): string {
    const value = this.cells[column]
    if (value === undefined) throw new Error(`seed/data/${this.file} has no column ${column}`)
    return value
  }

  /** null for an empty cell */
  optional(column: string): string | null {
    return this.text(column) || null
  }

  /** null for an empty cell */
  number(column: string): number | null {
    const value = this.text(column)
    if (value === "") return null
    const number = Number(value)
    if (!Number.isFinite(number)) throw new Error(`seed/data/${this.file}: ${column} is not a number: ${value}`)
    return number
  }

  /** One of the values the column may hold. */
  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const value = this.text(column)
    const known = values.find((v) => v === value)
    if (known === undefined) throw new Error(`seed/data/${this.file}: ${column} can't be ${value}`)
    return known
  }
}
