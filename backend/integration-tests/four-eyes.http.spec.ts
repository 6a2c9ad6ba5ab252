import { randomInt } from "node:crypto"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { operator, type Reply } from "./support/books"
import { houseDatabase } from "./support/clone-carts"
import { ageAccounts, newOperator, type TestOperator } from "./support/operators"
import { adminToken, readRun, type Run } from "./support/people"

/** One person with two accounts, at a house where an account must be three days old before it counts as a second person. */
let run: Run
let old: TestOperator
let young: TestOperator
let database: pg.Client

const HOURS = Number(process.env.FOUR_EYES_ACCOUNT_AGE_HOURS)
const NOTE = { note: "Đã đối chiếu chứng từ" }

beforeAll(async () => {
  if (!(HOURS > 0)) throw new Error("This spec needs a house with FOUR_EYES_ACCOUNT_AGE_HOURS, and the same here: `npm test` sets both.")
  run = readRun()
  database = await houseDatabase()
  old = await newOperator(run)
  await ageAccounts([old.id])
  young = await newOperator(run)
})
afterAll(() => database?.end())

async function proposed(by: TestOperator): Promise<string> {
  const entries = [{ account: "commission_revenue", amount_vnd: -1_000 }, { account: "psp_fee", amount_vnd: 1_000 }]
  const { status, body } = await operator(run, "/ledger/adjustments", { reference: `4E-${randomInt(1e9)}`, reason: "Kiểm thử hai người", entries }, by.token)
  expect(status).toBe(201)
  return String(body.id)
}
const approve = (id: string, by: TestOperator): Promise<Reply> => operator(run, `/ledger/adjustments/${id}/approve`, NOTE, by.token)

describe("a correction of the books", () => {
  test("is not approved by an account that was opened just now, and the answer says from when it could be", async () => {
    const id = await proposed(old)
    const refused = await approve(id, young)
    expect(refused).toMatchObject({ status: 403, body: { code: "operator.account_too_new", message: expect.stringMatching(/người thứ hai từ .*202\d/) as string } })
    const { rows } = await database.query<{ created_at: Date }>(`select created_at from "user" where id = $1`, [young.id])
    expect(refused.body.counts_from).toBe(new Date(rows[0]!.created_at.getTime() + HOURS * 3_600_000).toISOString())
    expect(await operator(run, `/ledger/adjustments/${id}/refuse`, NOTE, young.token)).toMatchObject({ status: 200 })
  })

  test("nor with an old account what a new one proposed", async () => {
    const id = await proposed(young)
    expect(await approve(id, old)).toMatchObject({ status: 403, body: { code: "operator.maker_too_new" } })
    expect(await approve(id, young)).toMatchObject({ status: 403, body: { code: "ledger.same_person" } })
    expect((await operator(run, `/ledger/adjustments/${id}/refuse`, NOTE, old.token)).status).toBe(200)
  })

  test("and is approved once the account is old enough, to the hour", async () => {
    const third = await newOperator(run)
    const id = await proposed(old)
    const aged = (hours: number) => database.query(`update "user" set created_at = now() - make_interval(mins => $2) where id = $1`, [third.id, Math.round(hours * 60)])
    await aged(HOURS - 0.5)
    expect(await approve(id, third)).toMatchObject({ status: 403, body: { code: "operator.account_too_new" } })
    await aged(HOURS + 0.5)
    expect(await approve(id, third)).toMatchObject({ status: 200 })
  })

  test("what somebody proposed who was removed since is judged by the age their account had", async () => {
    const leaving = await newOperator(run)
    const id = await proposed(leaving)
    const dismissed = await fetch(`${run.backend}/admin/users/${leaving.id}`, { method: "DELETE", headers: { authorization: `Bearer ${await adminToken(run)}` } })
    expect(dismissed.status).toBe(200)
    expect(await approve(id, old)).toMatchObject({ status: 403, body: { code: "operator.maker_too_new" } })
    await ageAccounts([leaving.id])
    expect(await approve(id, old)).toMatchObject({ status: 200 })
  })
})

describe("a payout", () => {
  /** An empty batch in the database: who may approve does not depend on what is in it. */
  async function batchOf(maker: string): Promise<string> {
    const id = `pob_4e${randomInt(1e9)}`
    await database.query("insert into payout_batch (id, state, way, sold_until, reason, created_by) values ($1, 'draft', 'bank_file', '2026-11-01', 'Kiểm thử hai người', $2)", [id, maker])
    return id
  }

  test("waits for an account that counts, whoever of the two is new, and names both with their age", async () => {
    for (const [maker, approver, code] of [[old, young, "operator.account_too_new"], [young, old, "operator.maker_too_new"]] as const) {
      const id = await batchOf(maker.id)
      expect(await operator(run, `/payouts/${id}/approve`, NOTE, approver.token)).toMatchObject({ status: 403, body: { code } })
      expect(await operator(run, `/payouts/${id}`)).toMatchObject({ body: { payout: { state: "draft", approver: null, maker: { email: maker.email, counts_from: maker === young ? expect.any(String) as string : null } } } })
      expect((await operator(run, `/payouts/${id}/cancel`, NOTE)).status).toBe(200)
    }
    expect(await operator(run, "/payouts/pob_none/approve", NOTE, old.token)).toMatchObject({ status: 404, body: { code: "payout.batch_not_found" } })
  })
})

describe("the others are told", () => {
  const inbox = async (to: string): Promise<string[]> => {
    const response = await fetch(`${run.backend}/sandbox/messages?to=${to}`, { headers: { accept: "application/json" } })
    return ((await response.json()) as { messages: { text: string }[] }).messages.map(({ text }) => text)
  }
  async function untilTold(to: string, text: RegExp): Promise<string[]> {
    for (let tries = 0; tries < 130; tries += 1) {
      const texts = await inbox(to)
      if (texts.some((one) => text.test(one))) return texts.filter((one) => text.test(one))
      await new Promise((done) => setTimeout(done, 1_000))
    }
    throw new Error(`${to} was not told of ${String(text)}`)
  }

  test("of an invitation, a new account and one that was removed, once each; the new one hears of nothing before it", async () => {
    const newcomer = await newOperator(run)
    const dismissed = await fetch(`${run.backend}/admin/users/${newcomer.id}`, { method: "DELETE", headers: { authorization: `Bearer ${await adminToken(run)}` } })
    expect(dismissed.status).toBe(200)
    expect(await untilTold(old.email, new RegExp(`${newcomer.email} bị gỡ`))).toHaveLength(1)
    expect(await untilTold(old.email, new RegExp(`${newcomer.email} được mời.* sau ${HOURS} giờ`))).toHaveLength(1)
    expect(await untilTold(old.email, new RegExp(`Tài khoản điều hành viên ${newcomer.email} được mở`))).toHaveLength(1)
    expect(await untilTold(newcomer.email, /bị gỡ/)).toHaveLength(1)
    expect((await inbox(young.email)).filter((text) => text.includes(old.email))).toEqual([])
  })
})
