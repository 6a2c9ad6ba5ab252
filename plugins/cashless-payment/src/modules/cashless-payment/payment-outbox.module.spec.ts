import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { CLAIM_DUE } from "./operations/outbox"

let running: RunningModule

beforeAll(async () => {
  running = await startModule("cashless_payment_outbox")
})
afterAll(() => running?.stop())

test("what is due is looked for among what nobody acknowledged, however much has been told", async () => {
  await running.rows(`insert into payment_outbox_event (id, type, object_id, data, emissions, next_emission_at, acknowledged_at)
    select 'evt_told_' || n, 'payment_intent.succeeded', 'pi_told_' || n, '{}', 1, now() - interval '1 day', now() from generate_series(1, 20000) n`)
  await running.rows(`insert into payment_outbox_event (id, type, object_id, data, emissions, next_emission_at)
    select 'evt_due_' || n, 'payment_intent.succeeded', 'pi_due_' || n, '{}', 0, now() from generate_series(1, 30) n`)
  await running.rows("analyze payment_outbox_event")
  const later = new Date(Date.now() + 60_000)
  const plan = (await running.rows(`explain (analyze, timing off) ${CLAIM_DUE}`, [later, later, 10])).map((row) => String(row["QUERY PLAN"])).join("\n")
  expect(plan).toContain("IDX_payment_outbox_event_unacknowledged")
  expect(plan).not.toContain("Rows Removed by Filter")
})
