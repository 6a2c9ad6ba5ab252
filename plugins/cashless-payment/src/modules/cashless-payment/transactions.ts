import type { Row, Sql } from "./operations/sql"

type Connection = { query(query: { name?: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }> }

/** What of knex is used: its pool of connections, and nothing of its query builder. */
export type Pool = { acquireConnection(): Promise<Connection>; releaseConnection(connection: Connection): Promise<void> }

/** A statement that each connection has parsed and planned once. It must name every column that it returns. */
export type Prepared = { name: string; text: string }
/** Runs a prepared statement by itself, without a transaction around it. */
export type RunPrepared = (statement: Prepared, params: unknown[]) => Promise<Row[]>

/** `name` is unique in the house: one connection serves many. `?` are the parameters. */
export function prepared(name: string, query: string): Prepared {
  return { name, text: numbered(query) }
}

/**
 * Transactions on plain connections of the house's pool. A payment notice is a dozen short statements; through the
 * entity manager each costs several times the processor time that PostgreSQL needs for it (docs/benchmarks.md, `ipn`).
 * Statements are not prepared by name, but for the few that name their columns: after a migration a prepared `select *`
 * fails until its connection is closed.
 */
export class Transactions {
  private pool: Pool | undefined

  /** `findPool` is asked once: the way to it forks an entity manager. */
  constructor(private readonly findPool: () => Pool) {}

  /** Commits when `work` resolves, rolls back when it throws. */
  async run<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.withConnection(async (connection) => {
      await connection.query({ text: "begin", values: [] })
      try {
        const result = await work((query, params) => execute(connection, query, params))
        await connection.query({ text: "commit", values: [] })
        return result
      } catch (error) {
        // A connection that died has nothing to roll back; the pool throws it away by itself.
        await connection.query({ text: "rollback", values: [] }).catch(() => undefined)
        throw error
      }
    })
  }

  /** One statement is atomic by itself: begin and commit would be two more journeys to the database and back. */
  async one(query: string, params?: unknown[]): Promise<Row[]> {
    return this.withConnection((connection) => execute(connection, query, params))
  }

  /** Prepared statements on one connection, each a transaction of its own. */
  async each<T>(work: (run: RunPrepared) => Promise<T>): Promise<T> {
    return this.withConnection((connection) => work(async (statement, params) => (await connection.query({ ...statement, values: noUndefined(params) })).rows))
  }

  private async withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const pool = (this.pool ??= this.findPool())
    const connection = await pool.acquireConnection()
    try {
      return await work(connection)
    } finally {
      await pool.releaseConnection(connection)
    }
  }
}

async function execute(connection: Connection, query: string, params: unknown[] = []): Promise<Row[]> {
  return (await connection.query({ text: numbered(query), values: noUndefined(params) })).rows
}

function noUndefined(params: unknown[]): unknown[] {
  return params.map((value) => (value === undefined ? null : value))
}

/** `?` → `$1`. No statement of this module has a question mark in a literal or as an operator. */
export function numbered(query: string): string {
  let count = 0
  return query.replaceAll("?", () => `$${(count += 1)}`)
}
