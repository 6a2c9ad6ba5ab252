import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"
import { ipn, later, VnpayPayments } from "../../test/support/vnpay-payments"

/** Money of /v1 beyond what was asked for: it goes back, and is never a refund of the charge. */
let shop: VnpayPayments
let v1: StripeCaller
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { PAYMENT_ACCOUNT_BIN: "970422", PAYMENT_ACCOUNT_NUMBER: "0999999999", PAYMENT_ACCOUNT_NAME: "SAN THU NGHIEM" })
  shop = await VnpayPayments.start("cashless_payment_surplus")
  v1 = stripeApi(shop.running)
})
afterAll(async () => {
  await shop?.stop()
  for (const name of ["BIN", "NUMBER", "NAME"]) delete process.env[`PAYMENT_ACCOUNT_${name}`]
})
beforeEach(() => shop.forget())

const idOf = ({ body }: StripeAnswer) => String(body.id)
const chargeOf = (intent: string) => intent.replace("pi_", "ch_")
const refund = (form: string) => v1("POST", "/v1/refunds", form)
const refundsBy = async (param: string) => ((await v1("GET", `/v1/refunds?${param}`)).body.data as { id: string }[]).map(({ id }) => id)
const operator = { id: "user_1", name: "Người vận hành thử" }

async function transfer(memo: string, amountVnd: number): Promise<void> {
  serial += 1
  const of = { provider: "sepay" as const, providerTransactionId: `surplus${serial}`, bankName: "MB", accountNumber: "0999999999", subAccountNumber: null, direction: "in" as const, referenceCode: `FS${serial}`, bookedAt: new Date() }
  await shop.running.payments.takeBankNotice({ ...of, amountVnd, memo }, "{}")
}

/** An intent of 150,000 ₫ over VietQR for which that much came. */
async function overVietqr(paidVnd: number): Promise<string> {
  const intent = await v1("POST", "/v1/payment_intents", "amount=150000&currency=vnd&payment_method_types[0]=vietqr&payment_method_data[type]=vietqr&confirm=true")
  await transfer((intent.body.next_action as { vietqr_display_qr_code: { reference: string } }).vietqr_display_qr_code.reference, paidVnd)
  return idOf(intent)
}

/** An intent over VNPay that was paid on two of its pages; what came second is rejected by VNPay, and waits for a person. */
async function twiceOverVnpay(): Promise<string> {
  const form = "return_url=http%3A%2F%2Flocalhost%3A8000%2Ftro-ve"
  const intent = await v1("POST", "/v1/payment_intents", `amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay&confirm=true&${form}`)
  await shop.attempt(idOf(intent))
  const attempts = await shop.running.rows("select txn_ref from payment_attempt where intent_id = ? order by id", [idOf(intent)])
  for (const [index, { txn_ref }] of attempts.entries()) await shop.running.payments.takeVnpayIpn(ipn(String(txn_ref), { vnp_TransactionNo: `9${idOf(intent).slice(-4)}${index}` }))
  shop.vnpay.answer(() => ({ vnp_ResponseCode: "95", vnp_Message: "Refused" }))
  await shop.running.payments.settleVnpayRefunds(later(1))
  return idOf(intent)
}

const surplusOf = async (intent: string) => String((await shop.running.rows("select id from payment_refund where intent_id = ? and status = 'requires_action'", [intent]))[0]!.id)

const CASES: [string, () => Promise<string>][] = [["sent too much by bank transfer", () => overVietqr(170_000)], ["paid a second time at VNPay", () => twiceOverVnpay()]]

describe.each(CASES)("%s", (_what, paid) => {
  test("it goes back as a refund without a charge, which says nothing of it", async () => {
    const intent = await paid()
    const id = await surplusOf(intent)
    expect((await v1("GET", `/v1/refunds/${id}?expand[0]=charge`)).body).toMatchObject({ charge: null, payment_intent: intent, reason: null })
    expect((await v1("GET", `/v1/charges/${chargeOf(intent)}`)).body).toMatchObject({ amount: 150_000, amount_refunded: 0, refunded: false })
    expect(await refundsBy(`payment_intent=${intent}`)).toContain(id)
    expect(await refundsBy(`charge=${chargeOf(intent)}`)).toEqual([])
    await shop.running.payments.bank.finishHandTransfer(id, { bankReference: "FT1", sentFrom: null }, operator)
    expect((await v1("GET", `/v1/charges/${chargeOf(intent)}`)).body).toMatchObject({ amount_refunded: 0, refunded: false })
    expect(await shop.running.rows("select type from payment_outbox_event where intent_id = ? and type = 'charge.refunded'", [intent])).toEqual([])
  })

  test("whole and still on its way back it takes nothing from what can be refunded", async () => {
    const intent = await paid()
    const all = await refund(`payment_intent=${intent}`)
    expect(all.body).toMatchObject({ amount: 150_000, charge: chargeOf(intent) })
    expect(await refundsBy(`charge=${chargeOf(intent)}`)).toEqual([idOf(all)])
    expect((await v1("GET", `/v1/charges/${chargeOf(intent)}`)).body).toMatchObject({ amount_refunded: 150_000, refunded: true })
  })

  test("called off by the operator it is nothing that /v1 could refund: no more than the charge goes back", async () => {
    const intent = await paid()
    await shop.running.payments.bank.cancelHandTransfer(await surplusOf(intent), "Người mua để lại", operator)
    expect((await refund(`payment_intent=${intent}&amount=150001`)).body.error).toMatchObject({ param: "amount", message: "Refund amount (₫150,001) is greater than unrefunded amount on charge (₫150,000)" })
    expect((await refund(`payment_intent=${intent}`)).body).toMatchObject({ amount: 150_000 })
    expect((await refund(`payment_intent=${intent}&amount=1`)).body.error).toMatchObject({ code: "charge_already_refunded" })
  })

  test("a caller of /v1 can't call it off", async () => {
    const intent = await paid()
    const id = await surplusOf(intent)
    expect(await v1("POST", `/v1/refunds/${id}/cancel`)).toMatchObject({ status: 400, body: { error: { param: "refund", message: expect.stringContaining("not part of a charge") as string } } })
    expect(await surplusOf(intent)).toBe(id)
  })
})

test("the part of a payment that was canceled was never a charge, and goes back whatever a caller says", async () => {
  const intent = await overVietqr(60_000)
  await v1("POST", `/v1/payment_intents/${intent}/cancel`)
  const id = await surplusOf(intent)
  expect((await v1("GET", `/v1/refunds/${id}`)).body).toMatchObject({ amount: 60_000, charge: null, payment_intent: intent })
  expect((await v1("POST", `/v1/refunds/${id}/cancel`)).status).toBe(400)
})

test("the event of a refund of the charge says what of the charge went back, without the surplus", async () => {
  const intent = await overVietqr(170_000)
  const { body } = await refund(`payment_intent=${intent}&amount=40000`)
  await shop.running.payments.bank.finishHandTransfer(String(body.id), { bankReference: "FT2", sentFrom: null }, operator)
  const [told] = await shop.running.rows("select data->'object' as charge from payment_outbox_event where intent_id = ? and type = 'charge.refunded'", [intent])
  expect(told?.charge).toMatchObject({ id: chargeOf(intent), amount_refunded: 40_000, refunded: false })
})
