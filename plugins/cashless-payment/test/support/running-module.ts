import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import type { CashlessPaymentModuleService } from "../../src/modules/cashless-payment/service"
import type { Row } from "../../src/modules/cashless-payment/operations/sql"

/**
 * The built module on a real Postgres, in a database of its own that is made anew. CommonJS throughout, as Medusa loads
 * it: vitest's own transform would give the framework a second copy of itself.
 */
const require = createRequire(import.meta.url)
const modulePath = fileURLToPath(new URL("../../.medusa/server/src/modules/cashless-payment", import.meta.url))

export type Emitted = { name: string; data: { event_id: string; intent_id: string } }

export type RunningModule = {
  payments: CashlessPaymentModuleService
  emitted: Emitted[]
  rows(query: string, params?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

export async function startModule(databaseName: string): Promise<RunningModule> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error("TEST_DATABASE_URL is not set. Run these specs through `npm test`.")
  const clientUrl = await freshDatabase(server, databaseName)

  const { initModules } = require("@medusajs/test-utils") as typeof import("@medusajs/test-utils")
  const { ContainerRegistrationKeys, createPgConnection, isSharedConnectionSymbol, Modules } =
    require("@medusajs/framework/utils") as typeof import("@medusajs/framework/utils")

  const database = { clientUrl, schema: "public" }
  const emitted: Emitted[] = []
  const quiet = { info() {}, warn() {}, error() {}, debug() {}, log() {} }
  const connection = createPgConnection(database)
  for (const statement of await migrationStatements()) await connection.raw(statement)
  const { medusaApp, shutdown } = await initModules({
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: quiet,
      [Modules.EVENT_BUS]: { emit: async (messages: Emitted[]) => void emitted.push(...messages) },
    },
    modulesConfig: { cashlessPayment: { resolve: modulePath, options: { database, [isSharedConnectionSymbol]: true } } },
    databaseConfig: database,
    preventConnectionDestroyWarning: true,
  })
  return {
    payments: medusaApp.modules.cashlessPayment as unknown as CashlessPaymentModuleService,
    emitted,
    rows: async (query, params = []) => ((await connection.raw(query, params as string[])) as { rows: Row[] }).rows,
    stop: async () => {
      await shutdown()
      await connection.destroy()
    },
  }
}

type MigrationClass = new () => { up(): Promise<void>; getQueries(): string[] }

/** What `db:migrate` would run, taken from the built migrations themselves, in their order. */
async function migrationStatements(): Promise<string[]> {
  const directory = `${modulePath}/migrations`
  const statements: string[] = []
  for (const file of readdirSync(directory).filter((name) => /^Migration\d+\.js$/.test(name)).sort()) {
    for (const Migration of Object.values(require(`${directory}/${file}`) as Record<string, MigrationClass>)) {
      const migration = new Migration()
      await migration.up()
      statements.push(...migration.getQueries())
    }
  }
  return statements
}

async function freshDatabase(server: string, name: string): Promise<string> {
  const { Client } = require("pg") as { Client: new (options: { connectionString: string }) => PgClient }
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

type PgClient = { connect(): Promise<void>; query(sql: string): Promise<unknown>; end(): Promise<void> }
