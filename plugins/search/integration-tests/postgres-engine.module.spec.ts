import { MikroORM } from "@medusajs/framework/mikro-orm/postgresql"
import pg from "pg"
import { afterAll, beforeAll, describe } from "vitest"
import { Migration20261122044500 } from "../src/providers/postgres/migrations/Migration20261122044500"
import { FoldedPostgresSearchService } from "../src/providers/postgres/service"
import { engineContract } from "./engine-contract"

const database = `search_engine_${process.pid}`
let orm: MikroORM
let engine: FoldedPostgresSearchService

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client(process.env.TEST_DATABASE_URL)
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  if (!process.env.TEST_DATABASE_URL) throw new Error("TEST_DATABASE_URL must name a PostgreSQL server (npm test starts one)")
  await asAdministrator(`create database ${database}`)
  const clientUrl = new URL(process.env.TEST_DATABASE_URL)
  clientUrl.pathname = `/${database}`
  // The entity manager that Medusa hands to a provider is MikroORM's.
  orm = await MikroORM.init({ clientUrl: clientUrl.href, entities: [], discovery: { warnWhenNoEntities: false } })
  const migration = new Migration20261122044500(orm.em.getDriver(), orm.config)
  await migration.up()
  for (const query of migration.getQueries()) await orm.em.execute(String(query))
  engine = new FoldedPostgresSearchService({ manager: orm.em })
})

afterAll(async () => {
  if (!orm) return
  await orm.close(true)
  await asAdministrator(`drop database if exists ${database} with (force)`)
})

describe("Postgres", () => engineContract(() => engine))
