import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, createPgConnection, isSharedConnectionSymbol, Modules } from "@medusajs/framework/utils"
import { initModules } from "@medusajs/test-utils"

/** `db` is the connection the module works with: for a row of a past that no call can make, or a lock somebody else holds. */
export type RunningModule<Service> = { service: Service; db: Knex; stop(): Promise<void> }

/**
 * For specs only (`@cho-phien/administrative-units/testing`): a built module on the Postgres of TEST_DATABASE_URL,
 * in a database of its own that is made anew. Part of the build because the framework must be loaded as CommonJS:
 * a test runner's own transform would give it a second copy of itself.
 * @param modulePath folder of the built module, below `.medusa/server`
 */
export async function startModule<Service>(key: string, modulePath: string, databaseName: string): Promise<RunningModule<Service>> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error("TEST_DATABASE_URL is not set. Run these specs through `npm test`.")
  const database = { clientUrl: await freshDatabase(server, databaseName), schema: "public" }
  const connection = createPgConnection(database)
  for (const statement of await migrationStatements(modulePath)) await connection.raw(statement)
  const quiet = { info() {}, warn() {}, error() {}, debug() {}, log() {} }
  const { medusaApp, shutdown } = await initModules({
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: quiet,
      [Modules.EVENT_BUS]: { emit: async () => undefined },
    },
    modulesConfig: { [key]: { resolve: modulePath, options: { database, [isSharedConnectionSymbol]: true } } },
    databaseConfig: database,
    preventConnectionDestroyWarning: true,
  })
  return {
    service: medusaApp.modules[key] as Service,
    db: connection as unknown as Knex,
    stop: async () => {
      await shutdown()
      await connection.destroy()
    },
  }
}

type MigrationClass = new () => { up(): Promise<void>; getQueries(): string[] }

/** What `db:migrate` would run, taken from the built migrations themselves, in their order. */
async function migrationStatements(modulePath: string): Promise<string[]> {
  const directory = join(modulePath, "migrations")
  const statements: string[] = []
  for (const file of readdirSync(directory).filter((name) => /^Migration\d+\.js$/.test(name)).sort()) {
    const classes: Record<string, MigrationClass> = await import(join(directory, file))
    for (const Migration of Object.values(classes).filter((exported) => typeof exported === "function")) {
      const migration = new Migration()
      await migration.up()
      statements.push(...migration.getQueries())
    }
  }
  return statements
}

async function freshDatabase(server: string, name: string): Promise<string> {
  const connection = createPgConnection({ clientUrl: server, schema: "public" })
  await connection.raw(`drop database if exists ${name} with (force)`)
  await connection.raw(`create database ${name}`)
  await connection.destroy()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
