import { Migration20261123012600 } from "../modules/cashless-payment/migrations/Migration20261123012600"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../test/support/running-module"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"

/** Refunds of money that an account of /v1 got itself, over VietQR: what of transfer and fee they take back. */
let running: RunningModule
let v1: StripeCaller
let account: string
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_payment_vietqr_parts")
  v1 = stripeApi(running)
  await running.payments.registerAccounts([{ reference: "sel_1", name: "HTX Chè Shan", email: null, metadata: {}, payee: { bin: "970436", bankName: "Vietcombank", accountNumber: "5550001", accountName: "HTX CHE SHAN" } }])
  account = String((await running.rows("select id from payment_account where reference = 'sel_1'"))[0]!.id)
})
afterAll(() => running?.stop())

const idOf = ({ body }: StripeAnswer) => String(body.id)
const refund = (intent: string, form = "") => v1("POST", "/v1/refunds", `payment_intent=${intent}${form}`)
const partsOf = async (id: string) => (await running.rows("select charge_parts from payment_refund where id = ?", [id]))[0]!.charge_parts
const BOTH = "&reverse_transfer=true&refund_application_fee=true"

async function paid(terms: string): Promise<string> {
  const intent = await v1("POST", "/v1/payment_intents", `amount=150000&currency=vnd&payment_method_types[0]=vietqr&payment_method_data[type]=vietqr&confirm=true${terms}`)
  const { reference } = (intent.body.next_action as { vietqr_display_qr_code: { reference: string } }).vietqr_display_qr_code
  serial += 1
  const of = { provider: "sepay" as const, providerTransactionId: `p${serial}`, bankName: "Vietcombank", accountNumber: "5550001", subAccountNumber: null, direction: "in" as const, referenceCode: `FP${serial}`, bookedAt: new Date() }
  await running.payments.takeBankNotice({ ...of, amountVnd: 150_000, memo: reference }, "{}")
  return idOf(intent)
}
const withAmount = () => paid(`&transfer_data[destination]=${account}&transfer_data[amount]=140000`)

test("of a transfer smaller than the payment its share goes back with the refund, whatever its caller says of it", async () => {
  const intent = await withAmount()
  expect(await partsOf(idOf(await refund(intent, "&amount=30000")))).toEqual({ transfer_reversed_vnd: 28_000, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent, "&amount=30000&reverse_transfer=false")))).toEqual({ transfer_reversed_vnd: 28_000, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent, "&amount=30000&reverse_transfer=true")))).toEqual({ transfer_reversed_vnd: 28_000, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent)))).toEqual({ transfer_reversed_vnd: 56_000, fee_refunded_vnd: null })
})

test("a fee goes back when its caller says so, and the transfer was the whole", async () => {
  const intent = await paid(`&transfer_data[destination]=${account}&application_fee_amount=7500`)
  expect(await partsOf(idOf(await refund(intent, "&amount=50000")))).toEqual({ transfer_reversed_vnd: 50_000, fee_refunded_vnd: null })
  expect(await partsOf(idOf(await refund(intent, `&amount=100000${BOTH}`)))).toEqual({ transfer_reversed_vnd: 100_000, fee_refunded_vnd: 5_000 })
})

test("paid to whom on_behalf_of names there is no transfer, and the fee goes back as before", async () => {
  const intent = await paid(`&on_behalf_of=${account}&application_fee_amount=7500`)
  expect(await partsOf(idOf(await refund(intent, "&refund_application_fee=true")))).toEqual({ transfer_reversed_vnd: null, fee_refunded_vnd: 7_500 })
})

test("refunds of before get their share by the migration, in parts that are the whole; what was called off gets none", async () => {
  const intent = await withAmount()
  const canceled = idOf(await refund(intent, "&amount=90000"))
  await v1("POST", `/v1/refunds/${canceled}/cancel`)
  const made: string[] = []
  for (const amount of [50_000, 49_999, 50_001]) made.push(idOf(await refund(intent, `&amount=${amount}`)))
  const none = '{"transfer_reversed_vnd": null, "fee_refunded_vnd": null}'
  await running.rows("update payment_refund set charge_parts = ?, updated_at = '2026-01-01' where intent_id = ?", [none, intent])
  const migration = new Migration20261123012600(null as never, null as never)
  await migration.up()
  for (const query of migration.getQueries()) await running.rows(query as string)
  const rows = await running.rows("select id, (charge_parts->>'transfer_reversed_vnd')::int as vnd, updated_at > '2026-02-01' as touched from payment_refund where intent_id = ? order by created_at, id", [intent])
  expect(rows).toEqual([{ id: canceled, vnd: null, touched: false }, { id: made[0], vnd: 46_667, touched: true }, { id: made[1], vnd: 46_665, touched: true }, { id: made[2], vnd: 46_668, touched: true }])
  // Run once more it changes nothing.
  await running.rows("update payment_refund set updated_at = '2026-01-01' where intent_id = ?", [intent])
  for (const query of migration.getQueries()) await running.rows(query as string)
  expect(await running.rows("select 1 from payment_refund where intent_id = ? and updated_at > '2026-02-01'", [intent])).toEqual([])
})
