import { randomUUID } from "node:crypto"
import { createRequire } from "node:module"
import type Stripe from "stripe"
import { beforeAll, describe, expect, test } from "vitest"
import { booked, lastHundred, operator, type TestJournal } from "./support/books"
import { houseDatabase } from "./support/clone-carts"
import { anotherOperator } from "./support/operators"
import { readRun } from "./support/people"
import { openShop, type TestShop } from "./support/shops"
import { atGateway, atPortal } from "./support/vnpay"

/** VNPay's money for a shop through /v1: from the SDK over the gateway and the books to the shop's bank. */
const VERSIONS = ["stripe-15", "stripe-19", "stripe-23"] as const
const require = createRequire(import.meta.url)
const run = readRun()
const { protocol, hostname: host, port } = new URL(run.backend)

type Client = InstanceType<typeof Stripe>
type Intent = Stripe.PaymentIntent
type Refund = Stripe.Refund
const clientOf = (sdk: string): Client => new (require(sdk) as typeof Stripe)(process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests", { host, port, protocol: protocol === "https:" ? "https" : "http" })
const stripe = clientOf("stripe-15")

async function accountOf(sellerId: string): Promise<string> {
  for await (const one of stripe.accounts.list({ limit: 100 })) if (one.metadata?.seller_id === sellerId) return one.id
  throw new Error(`${sellerId} is no account`)
}

const charge = (client: Client, account: string, given: object = {}): Promise<Intent> =>
  client.paymentIntents.create({
    amount: 150_000, currency: "vnd", payment_method_types: ["vnpay"], payment_method_data: { type: "vnpay" }, confirm: true, return_url: `${run.shop}/tro-ve`, transfer_data: { destination: account }, ...given,
  } as unknown as Stripe.PaymentIntentCreateParams)

/** Pays at the simulated gateway; returns VNPay's reference of the attempt. */
async function pay({ id, next_action }: Intent): Promise<string> {
  const { url } = (next_action as { redirect_to_url: { url: string } }).redirect_to_url
  const query = url.slice(url.indexOf("?") + 1)
  const txnRef = new URLSearchParams(query).get("vnp_TxnRef")!
  await atGateway(run, { url, query, txnRef }, "success")
  await expect.poll(async () => (await stripe.paymentIntents.retrieve(id)).status, { timeout: 30_000 }).toBe("succeeded")
  return txnRef
}

const journalsOf = async (intentId: string) => (await operator(run, `/ledger/journals?intent_id=${intentId}&limit=100`)).body.journals as TestJournal[]
async function untilBooked(intentId: string, key: string): Promise<TestJournal> {
  const find = async () => (await journalsOf(intentId)).find((journal) => journal.key === key)
  await expect.poll(find, { timeout: 150_000, interval: 500 }).toBeDefined()
  return (await find())!
}
const onAccounts = (journal: TestJournal) => Object.fromEntries([...new Set(journal.entries.map(({ account }) => account))].sort().map((account) => [account, booked(journal, account)]))
const balanceOf = async (shop: TestShop) => ((await operator(run, `/ledger/accounts?seller_id=${shop.id}`)).body.sellers as { payable_vnd: number; receivable_vnd: number }[])[0]
const newShop = () => openShop(run, { province_code: "19", commune_code: "05503" })
async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(() => { throw new Error("nothing was refused") }, (error: unknown) => error)
}

describe.each(VERSIONS)("%s", (sdk) => {
  const client = clientOf(sdk)
  let shop: TestShop
  let account: string
  beforeAll(async () => {
    shop = await newShop()
    account = await accountOf(shop.id)
  })

  test("collected by VNPay, the shop is owed it less the fee, and a refund gives back what its caller says", async () => {
    const intent = await charge(client, account, { application_fee_amount: 7_500, description: "Cọc một con trâu" })
    expect(intent).toMatchObject({ application_fee_amount: 7_500, transfer_data: { destination: account }, next_action: { type: "redirect_to_url" } })
    await pay(intent)
    const paid = await client.paymentIntents.retrieve(intent.id, { expand: ["latest_charge", "transfer_data.destination"] })
    expect(paid).toMatchObject({ status: "succeeded", amount_received: 150_000, transfer_data: { destination: { object: "account", id: account } }, latest_charge: { application_fee_amount: 7_500, transfer_data: { destination: account } } })
    const journal = await untilBooked(intent.id, `charge:${intent.id}`)
    expect([journal.kind, journal.seller_id]).toEqual(["destination_charge", shop.id])
    expect(onAccounts(journal)).toEqual({ commission_revenue: -7_500, "psp_clearing:vnpay": 150_000, seller_payable: -142_500 })

    const borne = await client.refunds.create({ payment_intent: intent.id, amount: 30_000 })
    expect(borne).toMatchObject({ object: "refund", status: "pending", transfer_reversal: null })
    expect(onAccounts(await untilBooked(intent.id, `charge_refund:${borne.id}`))).toEqual({ buyer_refundable: -30_000, refund_expense: 30_000 })
    const reversed = await client.refunds.create({ payment_intent: intent.id, amount: 60_000, reverse_transfer: true })
    expect(onAccounts(await untilBooked(intent.id, `charge_refund:${reversed.id}`))).toEqual({ buyer_refundable: -60_000, seller_payable: 60_000 })
    const both = await client.refunds.create({ payment_intent: intent.id, reverse_transfer: true, refund_application_fee: true })
    expect(both.amount).toBe(60_000)
    expect(onAccounts(await untilBooked(intent.id, `charge_refund:${both.id}`))).toEqual({ buyer_refundable: -60_000, commission_revenue: 3_000, seller_payable: 57_000 })
    expect(await balanceOf(shop)).toMatchObject({ payable_vnd: 142_500 - 60_000 - 57_000, receivable_vnd: 0 })
  }, 240_000)

  test.each([
    ["an account that is none", { transfer_data: { destination: "acct_nobody" } }, { code: "resource_missing", param: "transfer_data[destination]" }],
    ["a fee above the amount", { application_fee_amount: 150_001 }, { param: "application_fee_amount" }],
    ["a fee and an amount of its own", { application_fee_amount: 1, transfer_data: { destination: "$account", amount: 1_000 } }, { param: "application_fee_amount" }],
    ["what is not within transfer_data", { transfer_data: { destination: "$account", speed: "fast" } }, { code: "parameter_unknown", param: "transfer_data[speed]" }],
  ])("%s is refused", async (_what, given, fields) => {
    const error = await refusal(charge(client, account, JSON.parse(JSON.stringify(given).replaceAll("$account", account)) as object))
    expect(error).toBeInstanceOf((require(sdk) as typeof Stripe).errors.StripeInvalidRequestError)
    expect(error).toMatchObject({ statusCode: 400, ...fields })
  })

  test("asked back is only what there is, and no fee without its transfer; a transfer is no object here", async () => {
    const intent = await charge(client, account, { transfer_data: { destination: account, amount: 140_000 } })
    await pay(intent)
    expect(onAccounts(await untilBooked(intent.id, `charge:${intent.id}`))).toEqual({ commission_revenue: -10_000, "psp_clearing:vnpay": 150_000, seller_payable: -140_000 })
    expect(await refusal(client.refunds.create({ payment_intent: intent.id, reverse_transfer: true, refund_application_fee: true }))).toMatchObject({ statusCode: 400, param: "refund_application_fee" })
    expect(await refusal(client.refunds.create({ payment_intent: intent.id, reverse_transfer: "perhaps" } as unknown as Stripe.RefundCreateParams))).toMatchObject({ statusCode: 400, param: "reverse_transfer" })
    expect(await refusal(client.transfers.list())).toMatchObject({ statusCode: 404 })
    const parts: Refund[] = []
    for (const amount of [50_000, 49_999, 50_001]) parts.push(await client.refunds.create({ payment_intent: intent.id, amount, reverse_transfer: true }))
    const given = await Promise.all(parts.map(({ id }) => untilBooked(intent.id, `charge_refund:${id}`)))
    expect(given.reduce((sum, journal) => sum + booked(journal, "seller_payable"), 0)).toBe(140_000)
    expect(given.reduce((sum, journal) => sum + booked(journal, "commission_revenue"), 0)).toBe(10_000)
  }, 240_000)
})

describe("what the fair makes of it", () => {
  test("a refund that VNPay rejects is taken back out of the books, and the one by hand that follows it is in them", async () => {
    const shop = await newShop()
    const intent = await charge(stripe, await accountOf(shop.id), { application_fee_amount: 7_500 })
    await atPortal(run, await pay(intent), { refund_plan: "refuse" })
    const refund = await stripe.refunds.create({ payment_intent: intent.id, reverse_transfer: true, refund_application_fee: true })
    const failed = await untilBooked(intent.id, `charge_refund_failed:${refund.id}`)
    expect(onAccounts(failed)).toEqual({ buyer_refundable: 150_000, commission_revenue: -7_500, seller_payable: -142_500 })
    const [successor] = (await stripe.refunds.list({ payment_intent: intent.id })).data
    expect(successor).toMatchObject({ status: "requires_action", amount: 150_000 })
    await untilBooked(intent.id, `charge_refund:${successor!.id}`)
    expect(await balanceOf(shop)).toMatchObject({ payable_vnd: 0 })
    // The money is with VNPay: whoever sends it back is the house, and the shop is not asked to.
    const desk = await lastHundred<{ id: string; sender: string }>(run, "/cashless-payment/hand-transfers", "transfers")
    expect(desk.find(({ id }) => id === successor!.id)).toMatchObject({ sender: "house" })
    expect((await shop.call<{ money_back: { id: string }[] }>("/money-back")).body.money_back).toEqual([])
  }, 240_000)

  test("it goes out with the shop's next payout, stands in its statement, and is no difference of the day", async () => {
    const shop = await newShop()
    const intent = await charge(stripe, await accountOf(shop.id), { application_fee_amount: 7_500, description: "=1+1 Cọc một con trâu" })
    await pay(intent)
    await untilBooked(intent.id, `charge:${intent.id}`)
    type Money = { now: { payable_vnd: number }; charges: object[]; orders: object[] }
    const { body } = await shop.call<Money>("/earnings")
    expect(body).toMatchObject({ now: { payable_vnd: 142_500 }, orders: [], charges: [{ payment_intent: intent.id, description: "=1+1 Cọc một con trâu", gross_vnd: 150_000, fee_vnd: 7_500, refund_vnd: 0, net_vnd: 142_500 }] })
    const other = await newShop()
    expect((await other.call<Money>("/earnings")).body.charges).toEqual([])

    expect((await operator(run, "/payouts/accounts", { seller_id: shop.id, note: "Đã so với giấy đăng ký" })).status).toBe(201)
    const plan = (await operator(run, "/payouts/plan")).body.lines as { seller_id: string; amount_vnd: number }[]
    expect(plan.find(({ seller_id }) => seller_id === shop.id)).toMatchObject({ amount_vnd: 142_500 })
    const second = await anotherOperator(run)
    const { status, body: made } = await operator(run, "/payouts", { reason: "Chi trả kiểm thử", seller_ids: [shop.id] })
    expect([status, (made.payout as { total_vnd: number }).total_vnd]).toEqual([201, 142_500])
    expect((await operator(run, `/payouts/${(made.payout as { id: string }).id}/approve`, { note: "Đã đối chiếu từng dòng" }, second)).status).toBe(200)
    expect(await balanceOf(shop)).toMatchObject({ payable_vnd: 0 })

    const paidAt = new Date(((await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] })).latest_charge as Stripe.Charge).created * 1000)
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(paidAt)
    expect((await operator(run, `/reconciliation/days/${day}/run`, {})).status).toBe(200)
    const { differences } = (await operator(run, "/reconciliation")).body as { differences: { subject: string }[] }
    expect(differences.filter(({ subject }) => subject === intent.id)).toEqual([])
  }, 240_000)

  test("what a caller had VNPay collect for nobody is kept apart, and comes to nothing when it is all given back", async () => {
    const intent = await charge(stripe, "", { transfer_data: undefined })
    await pay(intent)
    const journal = await untilBooked(intent.id, `charge:${intent.id}`)
    expect([journal.kind, journal.seller_id, onAccounts(journal)]).toEqual(["platform_charge", null, { other_collections: -150_000, "psp_clearing:vnpay": 150_000 }])
    const { id } = await stripe.refunds.create({ payment_intent: intent.id })
    expect(onAccounts(await untilBooked(intent.id, `charge_refund:${id}`))).toEqual({ buyer_refundable: -150_000, other_collections: 150_000 })
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id, reverse_transfer: true }))).toMatchObject({ code: "charge_already_refunded" })
  }, 240_000)
})

describe("whatever is told again, or not at all", () => {
  test("a charge the outbox tells of once more is in the books once", async () => {
    const shop = await newShop()
    const intent = await charge(stripe, await accountOf(shop.id), { application_fee_amount: 7_500 })
    const { id } = intent
    await pay(intent)
    await untilBooked(id, `charge:${id}`)
    const database = await houseDatabase()
    try {
      const told = async () => (await database.query<{ acknowledged_at: Date | null }>("select acknowledged_at from payment_outbox_event where intent_id = $1 and type = 'payment_intent.succeeded'", [id])).rows[0]!.acknowledged_at
      await expect.poll(told, { timeout: 150_000 }).not.toBeNull()
      await database.query("update payment_outbox_event set acknowledged_at = null, next_emission_at = now() where intent_id = $1 and type = 'payment_intent.succeeded'", [id])
      await expect.poll(told, { timeout: 150_000 }).not.toBeNull()
      expect(await journalsOf(id)).toHaveLength(1)
      expect(await balanceOf(shop)).toMatchObject({ payable_vnd: 142_500 })
    } finally {
      await database.end()
    }
  }, 600_000)

  test("a charge nobody was told of, and a refund of it, come into the books by themselves", async () => {
    const shop = await newShop()
    const told = await charge(stripe, await accountOf(shop.id), { application_fee_amount: 7_500 })
    await pay(told)
    const [untold, refund] = [`pi_untold${randomUUID().replaceAll("-", "")}`, `re_${randomUUID()}`]
    const database = await houseDatabase()
    try {
      // The same payment once more, and a refund, with no event of either.
      await database.query(
        `insert into payment_intent select (jsonb_populate_record(i, jsonb_build_object('id', $2::text, 'client_secret', $2::text, 'idempotency_key', $2::text))).* from payment_intent i where id = $1`,
        [told.id, untold],
      )
      await database.query(
        `insert into payment_refund (id, intent_id, amount_vnd, raw_amount_vnd, status, method, reason, idempotency_key, charge_parts)
         values ($1, $2, 50000, '{"value": "50000", "precision": 20}', 'requires_action', 'by_hand', 'requested', $1, '{"transfer_reversed_vnd": 50000, "fee_refunded_vnd": 2500}')`,
        [refund, untold],
      )
      expect(onAccounts(await untilBooked(untold, `charge_refund:${refund}`))).toEqual({ buyer_refundable: -50_000, commission_revenue: 2_500, seller_payable: 47_500 })
      expect(onAccounts(await untilBooked(untold, `charge:${untold}`))).toMatchObject({ seller_payable: -142_500 })
      await database.query("update payment_refund set status = 'canceled', settled_at = now(), updated_at = now() where id = $1", [refund])
      await untilBooked(untold, `charge_refund_failed:${refund}`)
      expect(await journalsOf(untold)).toHaveLength(3)
    } finally {
      await database.end()
    }
  }, 400_000)
})
