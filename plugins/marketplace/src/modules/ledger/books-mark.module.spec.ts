import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { Migration20261123010100 } from "./migrations/Migration20261123010100"
import { sweepSince } from "./rules/sweep-since"
import type LedgerModuleService from "./service"

/** Up to when the books are whole: what lies before is looked at no more. */
let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../../.medusa/server/src/modules/ledger"), "spec_marketplace_ledger_mark")
  ledger = running.service
})
afterAll(() => running?.stop())
beforeEach(() => running.db("books_mark").delete())

const NOON = new Date("2026-11-22T05:00:00Z")
const EARLIER = new Date("2026-11-20T05:00:00Z")

test("it moves on only, of any number of sweeps at once to the latest; back only to what is found missing before it", async () => {
  expect(await ledger.booksWholeUntil()).toBeNull()
  await Promise.all(Array.from({ length: 10 }, (_, minute) => ledger.noteBooksWhole(new Date(NOON.getTime() - minute * 60_000))))
  expect(await ledger.booksWholeUntil()).toEqual(NOON)
  await ledger.noteBooksNotWhole(new Date(NOON.getTime() + 60_000))
  expect(await ledger.booksWholeUntil()).toEqual(NOON)
  await ledger.noteBooksNotWhole(EARLIER)
  expect(await ledger.booksWholeUntil()).toEqual(EARLIER)
  expect(await running.db("books_mark")).toHaveLength(1)
})

test("before anything was looked at there is nothing to move back, and everything is looked at", async () => {
  await ledger.noteBooksNotWhole(EARLIER)
  expect(await ledger.booksWholeUntil()).toBeNull()
  expect(sweepSince(await ledger.booksWholeUntil(), "minute")).toEqual(new Date(0))
})

test("after the migration that brought the house's own account into the books everything is looked at once more, and then the mark moves again", async () => {
  await ledger.noteBooksWhole(NOON)
  const migration = new Migration20261123010100(null as never, null as never)
  await migration.up()
  for (const query of migration.getQueries()) await running.db.raw(query as string)
  expect(sweepSince(await ledger.booksWholeUntil(), "minute")).toEqual(new Date(0))
  await ledger.noteBooksWhole(NOON)
  expect(await ledger.booksWholeUntil()).toEqual(NOON)
})

test("a worker of the release before, which does not look for what this one does, moves the mark of its own rules alone", async () => {
  await running.db("books_mark").insert({ id: "bmk_before", name: "books", whole_until: NOON })
  expect(await ledger.booksWholeUntil()).toBeNull()
  await ledger.noteBooksNotWhole(EARLIER)
  expect(await running.db("books_mark").where({ id: "bmk_before" }).first("whole_until")).toEqual({ whole_until: NOON })
  await ledger.noteBooksWhole(EARLIER)
  expect([await ledger.booksWholeUntil(), await running.db("books_mark")]).toMatchObject([EARLIER, { length: 2 }])
})
