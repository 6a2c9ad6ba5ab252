import type { Row, Sql } from "../modules/cashless-payment/operations/sql"
import type { TimeRange } from "./params"
import { invalidRequest, noSuch } from "./stripe-error"

export type PageQuery = { limit?: number; starting_after?: string; ending_before?: string }
/** A piece of a `where`, with the values of its question marks. */
export type Condition = { where: string; values: unknown[] }
export type Page = { rows: Row[]; hasMore: boolean }

const DEFAULT_LIMIT = 10

/**
 * One page of a table, newest first. Ids are ULIDs, so their order is the order of creation and one column is a
 * complete cursor. Throws 404 for a cursor that is nothing.
 */
export async function readPage(sql: Sql, table: string, noun: string, query: PageQuery, conditions: Condition[] = []): Promise<Page> {
  const { limit = DEFAULT_LIMIT, starting_after: after, ending_before: before } = query
  if (after && before) throw invalidRequest("You can only provide one of starting_after and ending_before.", { param: "ending_before" })
  for (const [param, cursor] of [["starting_after", after], ["ending_before", before]] as const) {
    if (cursor && (await sql(`select 1 from ${table} where id = ? and deleted_at is null`, [cursor])).length === 0) throw noSuch(noun, cursor, param)
  }
  const all = [
    ...conditions,
    ...(after ? [{ where: "id < ?", values: [after] }] : []),
    ...(before ? [{ where: "id > ?", values: [before] }] : []),
  ]
  const rows = await sql(
    `select * from ${table} where deleted_at is null${all.map(({ where }) => ` and (${where})`).join("")} order by id ${before ? "asc" : "desc"} limit ?`,
    [...all.flatMap(({ values }) => values), limit + 1],
  )
  const page = rows.slice(0, limit)
  if (before) page.reverse()
  return { rows: page, hasMore: rows.length > limit }
}

const OPERATORS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const

/** Stripe's `created` is whole seconds; ours are finer, so whole seconds are compared. */
export function createdWithin(range: TimeRange | undefined): Condition[] {
  return (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])
    .filter((name) => range?.[name] !== undefined)
    .map((name) => ({ where: `floor(extract(epoch from created_at)) ${OPERATORS[name]} ?`, values: [range![name]] }))
}

