import Stripe from "stripe"
import { beforeAll, expect, test } from "vitest"
import { booked, lastHundred, operator, type TestJournal } from "./support/books"
import { messagesTo } from "./support/buyers"
import { readRun } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

/** Shops of the fair as accounts of /v1: a payment straight to one, and what of it is in the books. */
const run = readRun()
const { protocol, hostname: host, port } = new URL(run.backend)
const stripe = new Stripe(process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests", { host, port, protocol: protocol === "https:" ? "https" : "http" })

type Qr = { data: string; bank: { bin: string; account_number: string; account_name: string } }
let shop: TestShop
let account: Stripe.Account

async function accountOf(sellerId: string): Promise<Stripe.Account> {
  for await (const one of stripe.accounts.list({ limit: 100 })) if (one.metadata?.seller_id === sellerId) return one
  throw new Error(`${sellerId} is no account`)
}

const toShop = (given: object) =>
  stripe.paymentIntents.create({
    amount: 150_000, currency: "vnd", payment_method_types: ["vietqr"], payment_method_data: { type: "vietqr" }, confirm: true, transfer_data: { destination: account.id }, ...given,
  } as unknown as Stripe.PaymentIntentCreateParams)

/** Whole, unless another amount is said. */
async function pay(intent: Stripe.PaymentIntent, amountVnd?: number): Promise<Qr> {
  const qr = (intent.next_action as unknown as { vietqr_display_qr_code: Qr }).vietqr_display_qr_code
  const sent = await fetch(`${run.backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ payload: qr.data, amount_vnd: amountVnd }) })
  expect(sent.status).toBe(201)
  return qr
}

const journals = async () => (await operator(run, `/ledger/journals?seller_id=${shop.id}&limit=100`)).body.journals as TestJournal[]

beforeAll(async () => {
  shop = await openShop(run, { province_code: "19", commune_code: "05503" })
  account = await accountOf(shop.id)
})

test("a shop is an account from the moment it is open, and shows no more of its bank account than Stripe would", async () => {
  expect(await stripe.accounts.retrieve(account.id)).toMatchObject({ object: "account", country: "VN", charges_enabled: true, business_profile: { name: shop.name }, metadata: { seller_id: shop.id } })
  const [bank] = account.external_accounts!.data
  expect(bank).toMatchObject({ object: "bank_account", routing_number: "970499", last4: expect.stringMatching(/^\d{4}$/) })
  expect(Object.keys(bank!)).not.toContain("account_number")
})

test("paid straight to the shop, the fee the caller named is what the shop owes the house, once", async () => {
  const intent = await toShop({ application_fee_amount: 7_500 })
  const { bank } = await pay(intent)
  expect(bank).toMatchObject({ bin: "970499", account_name: "GIAN THU" })
  expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: "succeeded", application_fee_amount: 7_500, transfer_data: { destination: account.id } })
  await expect.poll(async () => (await journals()).filter(({ key }) => key === `api_fee:${intent.id}`).length, { timeout: 90_000 }).toBe(1)
  const journal = (await journals()).find(({ key }) => key === `api_fee:${intent.id}`)!
  expect(journal.kind).toBe("api_fee")
  expect([booked(journal, "seller_receivable"), booked(journal, "commission_revenue")]).toEqual([7_500, -7_500])
  // The money itself went past the house.
  expect(journal.entries).toHaveLength(2)
  const { body } = await operator(run, `/ledger/accounts?seller_id=${shop.id}`)
  expect(body.sellers).toMatchObject([{ receivable_vnd: 7_500, payable_vnd: 0 }])

  // A refund leaves the fee, unless its caller gives it back: then the shop owes that much less.
  const plain = await stripe.refunds.create({ payment_intent: intent.id, amount: 50_000 })
  const { id } = await stripe.refunds.create({ payment_intent: intent.id, amount: 50_000, reverse_transfer: true, refund_application_fee: true })
  await expect.poll(async () => (await journals()).filter(({ key }) => key === `charge_refund:${id}`).length, { timeout: 90_000 }).toBe(1)
  const givenBack = (await journals()).find(({ key }) => key === `charge_refund:${id}`)!
  expect([booked(givenBack, "seller_payable"), booked(givenBack, "commission_revenue")]).toEqual([-2_500, 2_500])
  expect((await journals()).map(({ key }) => key)).not.toContain(`charge_refund:${plain.id}`)
  expect((await operator(run, `/ledger/accounts?seller_id=${shop.id}`)).body.sellers).toMatchObject([{ receivable_vnd: 7_500, payable_vnd: 2_500 }])
})

test("without a fee nothing is owed, and a smaller transfer_data[amount] is a fee by another name", async () => {
  const free = await toShop({})
  await pay(free)
  const dear = await toShop({ transfer_data: { destination: account.id, amount: 140_000 } })
  await pay(dear)
  await expect.poll(async () => (await journals()).map(({ key }) => key), { timeout: 90_000 }).toContain(`api_fee:${dear.id}`)
  expect(booked((await journals()).find(({ key }) => key === `api_fee:${dear.id}`)!, "seller_receivable")).toBe(10_000)
  expect((await journals()).map(({ key }) => key)).not.toContain(`api_fee:${free.id}`)

  // Given back whole, the shop owes nothing of a sale that is none.
  const owed = async () => ((await operator(run, `/ledger/accounts?seller_id=${shop.id}`)).body.sellers as { payable_vnd: number; receivable_vnd: number }[])[0]!
  const before = await owed()
  const parts = [await stripe.refunds.create({ payment_intent: dear.id, amount: 100_000 }), await stripe.refunds.create({ payment_intent: dear.id })]
  const keys = parts.map(({ id }) => `charge_refund:${id}`)
  await expect.poll(async () => (await journals()).map(({ key }) => key), { timeout: 90_000 }).toEqual(expect.arrayContaining(keys))
  const givenUp = (await journals()).filter(({ key }) => keys.includes(key)).map((journal) => booked(journal, "seller_payable"))
  expect(givenUp.sort((a, b) => a - b)).toEqual([-6_667, -3_333])
  expect(await owed()).toEqual({ ...before, payable_vnd: before.payable_vnd + 10_000 })
})

test("a caller's metadata makes no shop of the fair owe a buyer what came to the house", async () => {
  const intent = await stripe.paymentIntents.create({ amount: 90_000, currency: "vnd", payment_method_types: ["vietqr"], payment_method_data: { type: "vietqr" }, confirm: true, metadata: { seller_id: shop.id, order_id: "order_1" } } as unknown as Stripe.PaymentIntentCreateParams)
  await pay(intent)
  const refund = await stripe.refunds.create({ payment_intent: intent.id })
  expect(refund.status).toBe("requires_action")
  expect((await shop.call<{ money_back: { id: string }[] }>("/money-back")).body.money_back.map(({ id }) => id)).not.toContain(refund.id)
})

/** As the operator's desk shows it. */
type OnDesk = { id: string; sender: string; held_by: { account_number: string } }
const onDesk = async (id: string) => (await lastHundred<OnDesk>(run, "/cashless-payment/hand-transfers", "transfers")).find((row) => row.id === id)
type Owed = { id: string; order: null; description: string | null; account_version: number; to: { account_number: string } | null; state: string }
const owedBy = async (who: TestShop, id: string) => (await who.call<{ money_back: Owed[] }>("/money-back")).body.money_back.find((row) => row.id === id)

test("a refund of what was paid to the shop is for the shop to send: it is shown there, and to no other", async () => {
  const intent = await toShop({ description: "Cọc một con trâu" })
  await pay(intent)
  const { id } = await stripe.refunds.create({ payment_intent: intent.id, amount: 60_000 })
  expect(await onDesk(id)).toMatchObject({ sender: "payee" })
  expect(await owedBy(shop, id)).toMatchObject({ order: null, description: expect.stringContaining("Cọc một con trâu") as string, to: null })
  const before = (await shop.call<{ count: number }>("/money-back/count")).body.count
  const to = { bin: "970436", bank_name: "Vietcombank", account_number: "001122334455", account_name: "Nguyễn Văn Thử" }
  expect((await operator(run, `/cashless-payment/hand-transfers/${id}/account`, to)).status).toBe(200)
  expect((await shop.call<{ count: number }>("/money-back/count")).body.count).toBe(before + 1)
  // Nobody looks at that page by chance.
  await expect.poll(async () => (await messagesTo(run, shop.phone)).map(({ text }) => text).find((text) => text.includes("60.000đ")), { timeout: 150_000, interval: 2_000 }).toMatch(/cần chuyển trả 60\.000đ của khoản “[^”]*Cọc một con trâu/)
  const owed = (await owedBy(shop, id))!
  expect(owed.to).toMatchObject({ account_number: "001122334455" })

  const other = await openShop(run, { province_code: "19", commune_code: "05503" })
  expect(await owedBy(other, id)).toBeUndefined()
  expect((await messagesTo(run, other.phone)).filter(({ text }) => text.includes("60.000đ"))).toEqual([])
  const said = { bank_reference: "FTV1", account_version: owed.account_version }
  expect((await other.call(`/money-back/${id}/sent`, said)).status).toBe(404)
  expect((await shop.call(`/money-back/${id}/sent`, said)).status).toBe(200)
  expect(await stripe.refunds.retrieve(id)).toMatchObject({ status: "pending" })
})

test("a refund of what was paid to the house is for the house to send, and shown to no shop", async () => {
  const intent = await stripe.paymentIntents.create({ amount: 80_000, currency: "vnd", payment_method_types: ["vietqr"], payment_method_data: { type: "vietqr" }, confirm: true } as unknown as Stripe.PaymentIntentCreateParams)
  const { bank } = await pay(intent)
  const { id } = await stripe.refunds.create({ payment_intent: intent.id })
  expect(await onDesk(id)).toMatchObject({ sender: "house", held_by: { account_number: bank.account_number } })
  expect(await owedBy(shop, id)).toBeUndefined()
})

test("what was paid to the house's own account is in the books, with what it gives back, and is no difference of the day", async () => {
  const intent = await stripe.paymentIntents.create({ amount: 80_000, currency: "vnd", payment_method_types: ["vietqr"], payment_method_data: { type: "vietqr" }, confirm: true, description: "Vé hội chợ" } as unknown as Stripe.PaymentIntentCreateParams)
  await pay(intent, 85_000)
  const ofIntent = async () => (await operator(run, `/ledger/journals?intent_id=${intent.id}&limit=100`)).body.journals as TestJournal[]
  const onAccounts = ({ entries }: TestJournal) => Object.fromEntries(entries.map(({ account, amount_vnd }) => [account, amount_vnd]))
  const untilOne = async (list: () => Promise<TestJournal[]>, key: string) => {
    const find = async () => (await list()).find((journal) => journal.key === key)
    await expect.poll(find, { timeout: 150_000, interval: 500 }).toBeDefined()
    return (await find())!
  }
  const journal = await untilOne(ofIntent, `charge:${intent.id}`)
  expect([journal.kind, journal.seller_id, onAccounts(journal)]).toEqual(["platform_charge", null, { bank: 80_000, other_collections: -80_000 }])
  const [surplus] = (await stripe.refunds.list({ payment_intent: intent.id })).data
  expect(surplus).toMatchObject({ amount: 5_000, charge: null })
  expect(onAccounts(await untilOne(ofIntent, `surplus:${surplus!.id}`))).toEqual({ bank: 5_000, buyer_refundable: -5_000 })

  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 30_000 })
  const called = await stripe.refunds.create({ payment_intent: intent.id, amount: 10_000 })
  expect(onAccounts(await untilOne(ofIntent, `charge_refund:${refund.id}`))).toEqual({ buyer_refundable: -30_000, other_collections: 30_000 })
  await stripe.refunds.cancel(called.id)
  expect(onAccounts(await untilOne(ofIntent, `charge_refund_failed:${called.id}`))).toEqual({ buyer_refundable: 10_000, other_collections: -10_000 })
  const executed = async () => (await operator(run, "/ledger/journals?kind=refund_executed&limit=100")).body.journals as TestJournal[]
  for (const { id, amount } of [refund, surplus!]) {
    expect((await operator(run, `/cashless-payment/hand-transfers/${id}/done`, { bank_reference: `FT${id.slice(-8)}` })).status).toBe(200)
    expect(onAccounts(await untilOne(executed, `refund_executed:${id}`))).toEqual({ buyer_refundable: amount, bank: -amount })
  }

  const { created } = (await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] })).latest_charge as Stripe.Charge
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date(created * 1_000))
  expect((await operator(run, `/reconciliation/days/${day}/run`, {})).status).toBe(200)
  const { differences } = (await operator(run, "/reconciliation")).body as { differences: { subject: string }[] }
  expect(differences.filter(({ subject }) => subject === intent.id)).toEqual([])
}, 400_000)

test("what VNPay brings to the house is transferred to the account named in transfer_data alone; who is no account gets nothing", async () => {
  const byVnpay = { payment_method_types: ["vnpay"], payment_method_data: { type: "vnpay" }, return_url: `${run.shop}/vi` }
  await expect(toShop({ ...byVnpay, transfer_data: undefined, on_behalf_of: account.id })).rejects.toMatchObject({ statusCode: 400, code: "payment_intent_incompatible_payment_method", param: "on_behalf_of" })
  await expect(toShop({ transfer_data: { destination: "acct_nobody" } })).rejects.toMatchObject({ statusCode: 400, code: "resource_missing", param: "transfer_data[destination]", message: "No such destination: 'acct_nobody'" })
  await expect(toShop({ transfer_data: { destination: shop.id } })).rejects.toMatchObject({ code: "resource_missing" })
})
