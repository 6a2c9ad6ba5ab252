import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"
import { ipn, VnpayPayments } from "../../test/support/vnpay-payments"

/** VNPay's own QR (genqr) through /v1: `payment_method_options[vnpay][display]=qr_code`. */
let shop: VnpayPayments
let v1: StripeCaller

beforeAll(async () => {
  shop = await VnpayPayments.start("cashless_payment_stripe_qr")
  v1 = stripeApi(shop.running)
})
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

const VNPAY = "amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay&confirm=true"
const AS_QR = `${VNPAY}&payment_method_options[vnpay][display]=qr_code`
const create = (form: string, headers?: Record<string, string>) => v1("POST", "/v1/payment_intents", form, headers)
const idOf = ({ body }: StripeAnswer) => String(body.id)
const giving = (qrcontent: string) => shop.vnpay.answer(() => ({ raw: JSON.stringify({ code: "00", message: "Success", qrcontent }) }))
const intents = async () => (await shop.running.rows("select count(*)::int as n from payment_intent"))[0]!.n

test("confirmed it shows a QR of VNPay's, to callers and to those who hear of it, and confirmed again the same one", async () => {
  giving("0002...6304AAAA")
  const intent = await create(AS_QR)
  expect(intent.body).toMatchObject({
    status: "requires_action",
    next_action: { type: "vnpay_display_qr_code", vnpay_display_qr_code: { data: "0002...6304AAAA", expires_at: expect.any(Number), image_url_svg: expect.stringMatching(/\/qr\.svg$/) } },
  })
  expect(shop.vnpay.asked[0]).toMatchObject({ vnp_Command: "genqr", vnp_BankCode: "VNPAYQR", vnp_Amount: "15000000" })
  expect((await v1("GET", "/v1/events?type=payment_intent.requires_action&limit=1")).body.data).toMatchObject([{ data: { object: { id: idOf(intent), next_action: intent.body.next_action } } }])
  expect((await v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`)).body.next_action).toEqual(intent.body.next_action)
  expect(shop.vnpay.asked).toHaveLength(1)

  expect((await shop.running.payments.takeVnpayIpn(ipn(shop.vnpay.asked[0]!.vnp_TxnRef!))).RspCode).toBe("00")
  expect((await v1("GET", `/v1/payment_intents/${idOf(intent)}`)).body).toMatchObject({ status: "succeeded", next_action: null })
})

test("the buyer who would rather go to VNPay's page is sent there, and the QR is no longer shown", async () => {
  giving("0002...6304BBBB")
  const intent = await create(AS_QR)
  const sent = await v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`, "payment_method_options[vnpay][display]=redirect&return_url=http%3A%2F%2Flocalhost%3A8000%2Fback")
  expect(sent.body.next_action).toMatchObject({ type: "redirect_to_url", redirect_to_url: { return_url: "http://localhost:8000/back" } })
})

test("no QR, no intent: what VNPay could not give leaves nothing, and the same key may try again", async () => {
  const before = await intents()
  const headers = { "idempotency-key": "no-qr" }
  shop.vnpay.answer(() => "hang up")
  expect(await create(AS_QR, headers)).toMatchObject({
    status: 400,
    headers: { "stripe-should-retry": "true" },
    body: { error: { code: "payment_method_provider_timeout", param: "payment_method_options[vnpay][display]" } },
  })
  expect(await intents()).toBe(before)
  giving("0002...6304CCCC")
  const made = await create(AS_QR, headers)
  expect(made).toMatchObject({ status: 200, body: { next_action: { type: "vnpay_display_qr_code" } } })
  expect(await create(AS_QR, headers)).toMatchObject({ body: made.body, headers: { "idempotent-replayed": "true" } })
})

test("a slow VNPay takes a few connections and not all of them", async () => {
  let answer: () => void = () => undefined
  const slow = new Promise<void>((resolve) => (answer = resolve))
  shop.vnpay.answer(async () => {
    await slow
    return { raw: JSON.stringify({ code: "00", message: "Success", qrcontent: "0002...6304DDDD" }) }
  })
  const asked = Array.from({ length: 6 }, () => create(AS_QR))
  // VNPay answers when three have been refused: one who asks after its answer finds room again.
  const refused = await new Promise<StripeAnswer[]>((resolve) => {
    const answered: StripeAnswer[] = []
    for (const call of asked) void call.then((one) => answered.push(one) === 3 && resolve([...answered]))
  })
  for (const one of refused) expect(one).toMatchObject({ status: 429, headers: { "stripe-should-retry": "true" }, body: { error: { code: "lock_timeout" } } })
  // Meanwhile others are served.
  expect((await create(VNPAY.replace("&confirm=true", ""))).status).toBe(200)
  answer()
  const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted((a, b) => a - b)
  expect(statuses).toEqual([200, 200, 200, 429, 429, 429])
})
