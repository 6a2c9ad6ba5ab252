/** Runs one statement in the current transaction; `?` are its parameters. */
export type Sql = (query: string, params?: unknown[]) => Promise<Row[]>
export type Row = Record<string, unknown>
/** Runs work in one transaction and resolves after its commit. */
export type Transact = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

/**
 * Inserts one row and returns it, or null when `onConflict` swallowed it. The partial unique indexes of Medusa's
 * models are `WHERE deleted_at IS NULL`, so a conflict target has to repeat that.
 */
export async function insertRow(sql: Sql, table: string, row: Row, onConflict = ""): Promise<Row | null> {
  const columns = Object.keys(row)
  const rows = await sql(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")}) ${onConflict} returning *`,
    Object.values(row),
  )
  return rows[0] ?? null
}

/** Medusa keeps a big number twice: numeric for arithmetic, raw_… as JSON for exactness. */
export function moneyColumns(name: string, vnd: number): Row {
  return { [name]: vnd, [`raw_${name}`]: JSON.stringify({ value: String(vnd), precision: 20 }) }
}

export function text(row: Row, column: string): string {
  return String(row[column])
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column]
  return value === null || value === undefined ? null : String(value)
}

/** Integer đồng; pg gives numeric as a string. */
export function vnd(row: Row, column: string): number {
  return Number(row[column])
}

export function instant(row: Row, column: string): Date {
  return new Date(row[column] as string | Date)
}

export function instantOrNull(row: Row, column: string): Date | null {
  return row[column] ? instant(row, column) : null
}
