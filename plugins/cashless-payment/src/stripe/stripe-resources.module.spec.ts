import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../test/support/running-module"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"

/** Customers, accounts, charges, refunds and the search of /v1 on a real Postgres, without HTTP. */
let running: RunningModule
let v1: StripeCaller
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, {
    SANDBOX: "false",
    STOREFRONT_URL: "http://localhost:8000",
    PAYMENT_ACCOUNT_BIN: "970422",
    PAYMENT_ACCOUNT_NUMBER: "0999999999",
    PAYMENT_ACCOUNT_NAME: "SAN THU NGHIEM",
  })
  for (const name of ["VNPAY_TMN_CODE", "VNPAY_HASH_SECRET", "VNPAY_PAY_URL", "VNPAY_API_URL"]) delete process.env[name]
  running = await startModule("cashless_payment_stripe_resources")
  v1 = stripeApi(running)
})
afterAll(() => running?.stop())

const VIETQR = "amount=150000&currency=vnd&payment_method_types[0]=vietqr&payment_method_data[type]=vietqr&confirm=true"
const idOf = ({ body }: StripeAnswer) => String(body.id)
const ids = ({ body }: StripeAnswer) => (body.data as { id: string }[]).map(({ id }) => id)
const error = ({ body }: StripeAnswer) => body.error ?? {}

async function paidIntent(form = "", paidVnd = 150_000, accountNumber = "0999999999", bankName = "MB"): Promise<string> {
  const intent = await v1("POST", "/v1/payment_intents", `${VIETQR}${form}`)
  const { reference } = (intent.body.next_action as { vietqr_display_qr_code: { reference: string } }).vietqr_display_qr_code
  serial += 1
  await running.payments.takeBankNotice(
    {
      provider: "sepay", providerTransactionId: `r${serial}`, bankName, accountNumber, subAccountNumber: null, direction: "in",
      amountVnd: paidVnd, memo: reference, referenceCode: `FR${serial}`, bookedAt: new Date(),
    },
    "{}",
  )
  return idOf(intent)
}

describe("customers", () => {
  test("as Medusa's provider makes, changes and deletes them", async () => {
    const made = await v1("POST", "/v1/customers", "email=lan%40example.vn&name=Lan&phone=&address[city]=H%C3%A0+Giang&address[country]=vn&address[line2]=&metadata[a]=1", { "idempotency-key": "c1" })
    expect(made.body).toMatchObject({ object: "customer", email: "lan@example.vn", name: "Lan", phone: null, address: { city: "Hà Giang", country: "vn", line2: null }, metadata: { a: "1" } })
    const changed = await v1("POST", `/v1/customers/${idOf(made)}`, "name=Lan+Anh&email=&metadata[a]=&metadata[b]=2")
    expect(changed.body).toMatchObject({ name: "Lan Anh", email: null, metadata: { b: "2" }, address: { city: "Hà Giang" } })
    expect((await v1("GET", `/v1/customers/${idOf(made)}/payment_methods?type=card&limit=100`)).body).toMatchObject({ object: "list", data: [], has_more: false })
    const intent = await v1("POST", "/v1/payment_intents", `${VIETQR}&customer=${idOf(made)}&expand[0]=customer`)
    expect(intent.body.customer).toMatchObject({ object: "customer", name: "Lan Anh" })
    expect(ids(await v1("GET", `/v1/payment_intents?customer=${idOf(made)}&expand[0]=data.customer`))).toEqual([idOf(intent)])

    expect((await v1("DELETE", `/v1/customers/${idOf(made)}`)).body).toEqual({ id: idOf(made), object: "customer", deleted: true })
    expect((await v1("GET", `/v1/customers/${idOf(made)}`)).body).toEqual({ id: idOf(made), object: "customer", deleted: true })
    // As at Stripe: 404 for what the path names, 400 for what a parameter names.
    const gone = [[404, await v1("POST", `/v1/customers/${idOf(made)}`, "name=x")], [404, await v1("DELETE", `/v1/customers/${idOf(made)}`)], [400, await v1("POST", "/v1/payment_intents", `${VIETQR}&customer=${idOf(made)}`)]] as const
    for (const [status, answer] of gone) {
      expect(answer).toMatchObject({ status, body: { error: { code: "resource_missing", message: `No such customer: '${idOf(made)}'` } } })
    }
    const told = await running.rows("select type, data->'previous_attributes' as was from payment_outbox_event where object_id = ? order by sequence", [idOf(made)])
    expect(told).toMatchObject([{ type: "customer.created" }, { type: "customer.updated", was: { name: "Lan", email: "lan@example.vn" } }, { type: "customer.deleted" }])
  })

  test("are searched by words and metadata, page by page", async () => {
    const made: string[] = []
    for (let index = 0; index < 3; index += 1) made.unshift(idOf(await v1("POST", "/v1/customers", `name=Ch%C3%A8+Shan+${index}&metadata[region]=ha-giang`)))
    const query = encodeURIComponent("metadata['region']:'ha-giang' AND name~'chè shan'")
    const first = await v1("GET", `/v1/customers/search?limit=2&query=${query}`)
    expect(first.body).toMatchObject({ object: "search_result", has_more: true, next_page: expect.any(String) })
    const second = await v1("GET", `/v1/customers/search?limit=2&query=${query}&page=${String(first.body.next_page)}`)
    expect([...ids(first), ...ids(second)]).toEqual(made)
    expect(second.body).toMatchObject({ has_more: false, next_page: null })
    expect(error(await v1("GET", `/v1/customers/search?query=${query}&page=%27`)).param).toBe("page")
  })
})

describe("accounts", () => {
  const ACCOUNT = "type=custom&country=VN&business_profile[name]=HTX+Ch%C3%A8&external_account[object]=bank_account&external_account[country]=VN&external_account[currency]=vnd&external_account[account_holder_name]=HTX+CHE&external_account[account_number]=123456789&external_account[routing_number]=970436"

  test("the money is for whom transfer_data or on_behalf_of names: the QR says their account", async () => {
    const account = await v1("POST", "/v1/accounts", ACCOUNT)
    expect(account.body).toMatchObject({ object: "account", charges_enabled: true, external_accounts: { data: [{ object: "bank_account", bank_name: "Vietcombank", last4: "6789", routing_number: "970436" }] } })
    expect(JSON.stringify(account.body)).not.toContain("123456789")
    for (const form of [`transfer_data[destination]=${idOf(account)}`, `on_behalf_of=${idOf(account)}`]) {
      const intent = await v1("POST", "/v1/payment_intents", `${VIETQR}&application_fee_amount=7500&${form}`)
      expect(intent.body).toMatchObject({ application_fee_amount: 7_500, next_action: { vietqr_display_qr_code: { bank: { bin: "970436", account_number: "123456789", account_name: "HTX CHE" } } } })
      expect((intent.body.next_action as { vietqr_display_qr_code: { data: string } }).vietqr_display_qr_code.data).toContain("0006970436")
    }
    const paid = await paidIntent(`&transfer_data[destination]=${idOf(account)}`, 150_000, "123456789", "Vietcombank")
    expect((await v1("GET", `/v1/payment_intents/${paid}?expand[0]=transfer_data.destination`)).body).toMatchObject({ status: "succeeded", transfer_data: { destination: { id: idOf(account), object: "account" } } })
    expect(ids(await v1("GET", "/v1/accounts"))).toContain(idOf(account))
  })

  test("whom another plugin knows is an account too: paid to its own bank account while it can be, and by VNPay as a destination", async () => {
    const shop = { reference: "sel_1", name: "HTX Chè Shan", email: null, metadata: { seller_id: "sel_1" }, payee: { bin: "970436", bankName: "Vietcombank", accountNumber: "5550001", accountName: "HTX CHE SHAN" } }
    expect(await running.payments.registerAccounts([shop])).toBe(1)
    expect(await running.payments.registerAccounts([shop])).toBe(0)
    const [found] = ((await v1("GET", "/v1/accounts?limit=100")).body.data as { id: string; metadata: { seller_id?: string } }[]).filter(({ metadata }) => metadata.seller_id === "sel_1")
    expect((await v1("GET", `/v1/accounts/${found!.id}`)).body).toMatchObject({ object: "account", charges_enabled: true, business_profile: { name: "HTX Chè Shan" } })
    expect(await running.payments.findAccount(found!.id)).toEqual({ id: found!.id, reference: "sel_1" })
    const toShop = `amount=150000&currency=vnd&confirm=true&transfer_data[destination]=${found!.id}`
    expect((await v1("POST", "/v1/payment_intents", `${toShop}&payment_method_data[type]=vietqr`)).body.next_action).toMatchObject({ vietqr_display_qr_code: { bank: { account_number: "5550001" } } })
    const byVnpay = "payment_method_data[type]=vnpay&return_url=http%3A%2F%2Flocalhost%3A8000%2Fa"
    // on_behalf_of alone transfers nothing: the house would hold a shop's money that its books owe to nobody.
    expect(error(await v1("POST", "/v1/payment_intents", `amount=150000&currency=vnd&on_behalf_of=${found!.id}&${byVnpay.split("&")[0]}`))).toMatchObject({ code: "payment_intent_incompatible_payment_method", param: "on_behalf_of" })
    expect(await running.payments.registerAccounts([{ ...shop, payee: null }])).toBe(1)
    expect((await v1("GET", `/v1/accounts/${found!.id}`)).body).toMatchObject({ charges_enabled: false, payouts_enabled: false })
    expect(error(await v1("POST", "/v1/payment_intents", `${toShop}&${byVnpay}`))).toMatchObject({ code: "insufficient_capabilities_for_transfer", param: "transfer_data[destination]" })
    expect(error(await v1("POST", "/v1/payment_intents", `${toShop}&payment_method_data[type]=vietqr`))).toMatchObject({ code: "insufficient_capabilities_for_transfer", param: "transfer_data[destination]" })
  })

  test("nobody is paid on an account that is not there, or has no bank account", async () => {
    const bare = await v1("POST", "/v1/accounts", "country=VN")
    expect(bare.body).toMatchObject({ charges_enabled: false, external_accounts: { data: [] } })
    expect(error(await v1("POST", "/v1/payment_intents", `${VIETQR}&on_behalf_of=${idOf(bare)}`))).toMatchObject({ code: "insufficient_capabilities_for_transfer" })
    expect(await v1("POST", "/v1/payment_intents", `${VIETQR}&transfer_data[destination]=acct_none`)).toMatchObject({ status: 400, body: { error: { code: "resource_missing", message: "No such destination: 'acct_none'", param: "transfer_data[destination]" } } })
    expect(error(await v1("POST", "/v1/accounts", ACCOUNT.replace("970436", "97043"))).param).toBe("external_account[routing_number]")
    expect(error(await v1("POST", "/v1/accounts", ACCOUNT.replace("country=VN", "country=US"))).param).toBe("country")
  })
})

describe("refunds and charges", () => {
  test("in parts, together never more than came in, and the charge says how much", async () => {
    const intent = await paidIntent()
    const part = await v1("POST", "/v1/refunds", `payment_intent=${intent}&amount=50000&reason=requested_by_customer&metadata[a]=1`, { "idempotency-key": "r1" })
    expect(part.body).toMatchObject({ object: "refund", amount: 50_000, status: "requires_action", payment_intent: intent, reason: "requested_by_customer", metadata: { a: "1" }, charge: intent.replace("pi_", "ch_") })
    expect((await v1("POST", "/v1/refunds", `payment_intent=${intent}&amount=50000&reason=requested_by_customer&metadata[a]=1`, { "idempotency-key": "r1" })).body).toEqual(part.body)
    const tooMuch = await v1("POST", "/v1/refunds", `payment_intent=${intent}&amount=100001`)
    expect(error(tooMuch)).toMatchObject({ param: "amount", message: "Refund amount (₫100,001) is greater than unrefunded amount on charge (₫100,000)" })
    expect(error(tooMuch)).not.toHaveProperty("code")
    const rest = await v1("POST", "/v1/refunds", `charge=${intent.replace("pi_", "ch_")}&expand[0]=charge&expand[1]=payment_intent`)
    expect(rest.body).toMatchObject({ amount: 100_000, charge: { object: "charge", amount_refunded: 150_000, refunded: true }, payment_intent: { object: "payment_intent", status: "succeeded" } })
    expect(error(await v1("POST", "/v1/refunds", `payment_intent=${intent}`))).toMatchObject({ code: "charge_already_refunded" })
    expect(ids(await v1("GET", `/v1/refunds?payment_intent=${intent}`))).toEqual([idOf(rest), idOf(part)])
    expect(ids(await v1("GET", `/v1/charges?payment_intent=${intent}`))).toEqual([intent.replace("pi_", "ch_")])
  })

  test("of one charge at once give back no more than there was", async () => {
    const intent = await paidIntent()
    const answers = await Promise.all(Array.from({ length: 6 }, () => v1("POST", "/v1/refunds", `payment_intent=${intent}&amount=60000`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(await running.rows("select sum(amount_vnd)::int as vnd from payment_refund where intent_id = ?", [intent])).toEqual([{ vnd: 120_000 }])
  })

  test("one that nobody transferred yet can be called back, and then its money can be refunded anew", async () => {
    const intent = await paidIntent()
    const refund = await v1("POST", "/v1/refunds", `payment_intent=${intent}`)
    expect((await v1("POST", `/v1/refunds/${idOf(refund)}`, "metadata[note]=x")).body.metadata).toEqual({ note: "x" })
    expect((await v1("POST", `/v1/refunds/${idOf(refund)}/cancel`)).body.status).toBe("canceled")
    expect(await v1("POST", `/v1/refunds/${idOf(refund)}/cancel`)).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining("status of canceled") } } })
    expect((await v1("POST", "/v1/refunds", `payment_intent=${intent}&amount=150000`)).status).toBe(200)
    expect((await v1("GET", `/v1/refunds/${idOf(refund)}`)).body).toMatchObject({ status: "canceled", metadata: { note: "x" } })
  })

  test("nothing to give back, nothing named, both named, an order's money", async () => {
    const open = await v1("POST", "/v1/payment_intents", VIETQR)
    expect(error(await v1("POST", "/v1/refunds", `payment_intent=${idOf(open)}`)).message).toMatch(/does not have a successful charge/)
    expect(error(await v1("POST", "/v1/refunds", "amount=5"))).toMatchObject({ code: "parameter_missing" })
    expect(error(await v1("POST", "/v1/refunds", "charge=ch_1&payment_intent=pi_1")).message).toMatch(/only specify one/)
    expect(await v1("POST", "/v1/refunds", "charge=ch_nothing_here_at_all")).toMatchObject({ status: 404 })
    expect(await v1("GET", `/v1/charges/${idOf(open).replace("pi_", "ch_")}`)).toMatchObject({ status: 404, body: { error: { message: expect.stringContaining("No such charge") } } })
    const order = await running.payments.createIntent({
      amountVnd: 90_000, rail: "vietqr", payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX", bankName: "MB" },
      description: "Đơn 1", metadata: {}, expiresAt: new Date(Date.now() + 60_000), idempotencyKey: "refund-order",
    })
    expect(await v1("POST", "/v1/refunds", `payment_intent=${order.id}`)).toMatchObject({ status: 403 })
  })
})

test("payment intents are found by metadata, status and amount", async () => {
  const [paid, open] = [await paidIntent("&metadata[order_id]=S-77"), idOf(await v1("POST", "/v1/payment_intents", `${VIETQR}&metadata[order_id]=S-77`))]
  const find = async (query: string) => ids(await v1("GET", `/v1/payment_intents/search?query=${encodeURIComponent(query)}`))
  expect(await find("metadata['order_id']:'S-77'")).toEqual([open, paid])
  expect(await find("metadata['order_id']:'S-77' AND status:'succeeded'")).toEqual([paid])
  expect(await find("metadata['order_id']:'S-77' AND -status:'succeeded' AND amount>=150000 AND currency:'vnd'")).toEqual([open])
  expect(await find("metadata['order_id']:'S-77' AND amount>150000")).toEqual([])
  expect(await find("metadata['order_id']:'s-77'")).toEqual([])
  expect(error(await v1("GET", "/v1/payment_intents/search?query=color%3A%27red%27")).param).toBe("query")
  expect(error(await v1("GET", "/v1/payment_intents/search"))).toMatchObject({ code: "parameter_missing", param: "query" })
})
