import { Migration20261122224100 } from "../modules/cashless-payment/migrations/Migration20261122224100"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"
import { ipn, later, VnpayPayments } from "../../test/support/vnpay-payments"

/** VNPay's money for another's account through /v1: `transfer_data[destination]`, and what of it a refund takes back. */
let shop: VnpayPayments
let v1: StripeCaller
let account: string

beforeAll(async () => {
  shop = await VnpayPayments.start("cashless_payment_destination")
  v1 = stripeApi(shop.running)
  await shop.running.payments.registerAccounts([{ reference: "sel_1", name: "HTX Chè Shan", email: null, metadata: {}, payee: { bin: "970436", bankName: "Vietcombank", accountNumber: "5550001", accountName: "HTX CHE SHAN" } }])
  account = String((await shop.running.rows("select id from payment_account where reference = 'sel_1'"))[0]!.id)
})
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

const create = (form: string) =>
  v1("POST", "/v1/payment_intents", `amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay&confirm=true&return_url=http%3A%2F%2Flocalhost%3A8000%2Ftro-ve&transfer_data[destination]=${account}${form}`)
const idOf = ({ body }: StripeAnswer) => String(body.id)
const errorOf = ({ status, body }: StripeAnswer) => ({ status, ...body.error })
const refund = (intent: string, form = "") => v1("POST", "/v1/refunds", `payment_intent=${intent}${form}`)
const BOTH = "&reverse_transfer=true&refund_application_fee=true"
const partsOf = async (id: string) => (await shop.running.rows("select charge_parts from payment_refund where id = ?", [id]))[0]!.charge_parts

async function paid(form = "&application_fee_amount=7500"): Promise<string> {
  const intent = await create(form)
  expect(intent).toMatchObject({ status: 200, body: { status: "requires_action" } })
  const [attempt] = await shop.running.rows("select txn_ref from payment_attempt where intent_id = ?", [idOf(intent)])
  expect((await shop.running.payments.takeVnpayIpn(ipn(String(attempt!.txn_ref)))).RspCode).toBe("00")
  return idOf(intent)
}

test("paid by VNPay, intent and charge say for whom, and how much of it", async () => {
  const intent = await paid("&application_fee_amount=7500&on_behalf_of=" + account)
  expect((await v1("GET", `/v1/payment_intents/${intent}?expand[0]=latest_charge`)).body).toMatchObject({
    status: "succeeded", application_fee_amount: 7_500, on_behalf_of: account, transfer_data: { destination: account },
    latest_charge: { application_fee_amount: 7_500, on_behalf_of: account, transfer_data: { amount: null, destination: account } },
  })
  const other = await paid("&transfer_data[amount]=140000")
  expect((await v1("GET", `/v1/payment_intents/${other}?expand[0]=latest_charge`)).body).toMatchObject({
    application_fee_amount: null, transfer_data: { amount: 140_000, destination: account }, latest_charge: { transfer_data: { amount: 140_000, destination: account } },
  })
})

test("a refund takes back of transfer and fee what its caller asks for, and of nothing else", async () => {
  const intent = await paid()
  const plain = await refund(intent, "&amount=30000")
  expect(plain.body).toMatchObject({ amount: 30_000, status: "pending", transfer_reversal: null, source_transfer_reversal: null })
  expect(await partsOf(idOf(plain))).toEqual({ transfer_reversed_vnd: null, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent, "&amount=30000&reverse_transfer=true")))).toEqual({ transfer_reversed_vnd: 30_000, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent, `&amount=30000${BOTH}`)))).toEqual({ transfer_reversed_vnd: 30_000, fee_refunded_vnd: 1_500 })
  expect(await partsOf(idOf(await refund(intent, `&amount=30000&reverse_transfer=false&refund_application_fee=false`)))).toEqual({ transfer_reversed_vnd: null, fee_refunded_vnd: null })
})

test("parts that asked for both give back the whole transfer and the whole fee, also when VNPay refused one of them", async () => {
  const intent = await paid("&application_fee_amount=10000")
  const failed = await refund(intent, `&amount=50000${BOTH}`)
  shop.vnpay.answer(() => ({ vnp_ResponseCode: "95", vnp_Message: "Refused" }))
  await shop.running.payments.settleVnpayRefunds(later(1))
  expect((await v1("GET", `/v1/refunds/${idOf(failed)}`)).body.status).toBe("failed")
  // The money is still the buyer's: what follows takes back the same, and counts in its place.
  const [successor] = await shop.running.rows("select method, charge_parts from payment_refund where idempotency_key = ?", [`after:${idOf(failed)}`])
  expect(successor).toEqual({ method: "by_hand", charge_parts: { transfer_reversed_vnd: 50_000, fee_refunded_vnd: 3_333 } })
  expect(await partsOf(idOf(failed))).toEqual(successor!.charge_parts)
  await refund(intent, `&amount=49999${BOTH}`)
  expect((await refund(intent, BOTH)).body.amount).toBe(50_001)
  const rows = await shop.running.rows("select sum((charge_parts->>'transfer_reversed_vnd')::int)::int as transfer, sum((charge_parts->>'fee_refunded_vnd')::int)::int as fee from payment_refund where intent_id = ? and status <> 'failed'", [intent])
  expect(rows).toEqual([{ transfer: 150_000, fee: 10_000 }])
})

test("one that is called off takes nothing back: the next one starts from where it stood", async () => {
  const intent = await paid("&transfer_data[amount]=140000")
  const { body } = await refund(intent, "&amount=50000&reverse_transfer=true")
  await shop.running.rows("update payment_refund set status = 'requires_action', method = 'by_hand' where id = ?", [String(body.id)])
  expect((await v1("POST", `/v1/refunds/${String(body.id)}/cancel`)).body.status).toBe("canceled")
  expect(await partsOf(idOf(await refund(intent, "&reverse_transfer=true")))).toEqual({ transfer_reversed_vnd: 140_000, fee_refunded_vnd: null })
})

test("what VNPay was asked for and did not tell the end of is not called off by a caller", async () => {
  const intent = await paid("&transfer_data[amount]=140000")
  const { body } = await refund(intent, "&amount=50000&reverse_transfer=true")
  await shop.running.rows("update payment_refund set status = 'requires_action' where id = ?", [String(body.id)])
  expect(await v1("POST", `/v1/refunds/${String(body.id)}/cancel`)).toMatchObject({ status: 400, body: { error: { param: "refund", message: expect.stringContaining("sent to VNPay") as string } } })
  expect(await shop.running.rows("select status from payment_refund where id = ?", [String(body.id)])).toEqual([{ status: "requires_action" }])
})

test("refunds of before their parts were kept get them by the migration, with those that followed; others have none", async () => {
  const intent = await paid("&transfer_data[amount]=140000")
  const { body } = await refund(intent, "&amount=50000")
  await shop.running.rows("update payment_refund set charge_parts = null where id = ?", [String(body.id)])
  const copy = (id: string, key: string) => shop.running.rows(
    `insert into payment_refund (id, intent_id, amount_vnd, raw_amount_vnd, status, method, reason, idempotency_key) select ?, intent_id, amount_vnd, raw_amount_vnd, 'requires_action', 'by_hand', reason, ? from payment_refund where id = ?`, [id, key, String(body.id)])
  await copy(`re_after_${intent}`, `after:${String(body.id)}`)
  await copy(`re_late_${intent}`, `late:${intent}`)
  const migration = new Migration20261122224100(null as never, null as never)
  await migration.up()
  for (const query of migration.getQueries()) await shop.running.rows(query as string)
  const none = { transfer_reversed_vnd: null, fee_refunded_vnd: null }
  for (const id of [String(body.id), `re_after_${intent}`]) expect(await partsOf(id)).toEqual(none)
  expect(await partsOf(`re_late_${intent}`)).toBeNull()
})

test.each([
  ["a fee without what it is a fee of", "&application_fee_amount=7500", "&refund_application_fee=true", { param: "refund_application_fee", message: expect.stringContaining("must also reverse its transfer") as string }],
  ["a fee that there is not", "", BOTH, { param: "refund_application_fee", message: expect.stringContaining("no application fee") as string }],
  ["what is neither true nor false", "", "&reverse_transfer=yes", { param: "reverse_transfer" }],
  ["a member nobody knows", "", "&reverse_transfers=true", { param: "reverse_transfers", code: "parameter_unknown" }],
])("a refund that asks back %s is refused, and gives back nothing", async (_what, terms, asked, fields) => {
  const intent = await paid(terms)
  expect(errorOf(await refund(intent, asked))).toMatchObject({ status: 400, ...fields })
  expect(await shop.refundsOf(intent)).toEqual([])
})

test("a charge that was made for nobody has no transfer to reverse", async () => {
  const { body } = await v1("POST", "/v1/payment_intents", "amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay&confirm=true&return_url=http%3A%2F%2Flocalhost%3A8000%2Ftro-ve")
  const [attempt] = await shop.running.rows("select txn_ref from payment_attempt where intent_id = ?", [String(body.id)])
  await shop.running.payments.takeVnpayIpn(ipn(String(attempt!.txn_ref)))
  expect(errorOf(await refund(String(body.id), "&reverse_transfer=true"))).toMatchObject({ status: 400, param: "reverse_transfer" })
  expect((await refund(String(body.id))).status).toBe(200)
})

test.each([
  ["both a fee and an amount of its own", "&application_fee_amount=7500&transfer_data[amount]=140000", { param: "application_fee_amount" }],
  ["a fee above the amount", "&application_fee_amount=150001", { param: "application_fee_amount" }],
  ["a transfer above the amount", "&transfer_data[amount]=150001", { param: "transfer_data[amount]" }],
  ["something else within", "&transfer_data[speed]=fast", { code: "parameter_unknown", param: "transfer_data[speed]" }],
])("a charge with %s is refused", async (_what, form, fields) => {
  expect(errorOf(await create(form))).toMatchObject({ status: 400, ...fields })
})

test("an account that can't be paid at present gets no destination charge, also when that is found out at the confirmation", async () => {
  const suspended = { reference: "sel_2", name: "HTX Nghỉ", email: null, metadata: {}, payee: { bin: "970436", bankName: "Vietcombank", accountNumber: "5550002", accountName: "HTX NGHI" } }
  await shop.running.payments.registerAccounts([suspended])
  const id = String((await shop.running.rows("select id from payment_account where reference = 'sel_2'"))[0]!.id)
  const intent = await v1("POST", "/v1/payment_intents", `amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay&transfer_data[destination]=${id}`)
  expect(intent.status).toBe(200)
  await shop.running.payments.registerAccounts([{ ...suspended, payee: null }])
  const confirmed = await v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`, "return_url=http%3A%2F%2Flocalhost%3A8000%2Ftro-ve")
  expect(errorOf(confirmed)).toMatchObject({ status: 400, code: "insufficient_capabilities_for_transfer", param: "transfer_data[destination]" })
})
