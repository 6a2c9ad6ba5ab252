import { afterAll, describe, expect, test } from "vitest"
import { asOperator, fetchGroup, newListing, placed, readyCart, transfer, untilGroup } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { adminToken, readRun } from "./support/people"

/** Medusa Admin's own doors to an order's money and parcel. */
const run = readRun()
const listing = await newListing(run, 10)
const database = await houseDatabase()
afterAll(() => database.end())

const sessions = async (orderId: string) =>
  (await database.query<{ id: string; payment_collection_id: string }>("select id, payment_collection_id from payment_session where deleted_at is null and payment_collection_id = (select payment_collection_id from seller_payment where order_id = $1)", [orderId])).rows

describe("an operator", () => {
  test("can't mark an order as paid: its QR pays it afterwards as before", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const [order] = (await fetchGroup(run, group)).orders
    const [session] = await sessions(order!.id)
    const collection = session!.payment_collection_id
    for (const [path, body] of [
      [`/payment-collections/${collection}/mark-as-paid`, { order_id: order!.id }],
      [`/Payment-Collections/${collection}/mark-as-paid/`, { order_id: order!.id }],
      [`/payment-collections`, { order_id: order!.id, amount: 1_000 }],
      [`/payments/pay_x/capture`, {}],
      [`/orders/${order!.id}/credit-lines`, { amount: 1_000, reference: "x", reference_id: "x" }],
      [`/orders/${order!.id}/payment-sessions/authorize`, { payment_session_id: session!.id }],
      // What is behind every one of these doors, by its name.
      ["/workflows-executions/mark-payment-collection-as-paid/run", { input: { payment_collection_id: collection, order_id: order!.id } }],
      ["/Workflows-Executions/create-order-payment-collection/run/", { input: { order_id: order!.id, amount: 1_000 } }],
      ["/workflows-executions/record-seller-payment/steps/success", { transaction_id: "x", step_id: "claim-seller-payment", response: { decision: "apply" } }],
    ] as const) {
      expect(await asOperator(run, path, body), path).toMatchObject({ status: 410, body: { code: "order.closed_to_hands" } })
    }
    const removed = await fetch(`${run.backend}/admin/payment-collections/${collection}`, { method: "DELETE", headers: { authorization: `Bearer ${await adminToken(run)}` } })
    expect(removed.status).toBe(410)
    expect(await sessions(order!.id)).toEqual([session])
    const { payload, amount_vnd } = order!.payment.vietqr!
    await transfer(run, { payload, amount_vnd, aggregators: "sepay" })
    await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")
  })

  test("can't send an unpaid order's goods, or change what it asks for", async () => {
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const [order] = (await fetchGroup(run, group)).orders
    for (const [path, body] of [
      [`/orders/${order!.id}/fulfillments`, { items: [{ id: "x", quantity: 1 }] }],
      [`/orders/${order!.id}/fulfillments/ful_x/shipments`, { items: [{ id: "x", quantity: 1 }] }],
      [`/orders/${order!.id}/complete`, {}],
      [`/fulfillments`, { order_id: order!.id }],
      ["/order-edits", { order_id: order!.id }],
      ["/returns", { order_id: order!.id }],
      ["/claims", { order_id: order!.id, type: "refund" }],
      ["/exchanges", { order_id: order!.id }],
      ["/draft-orders", { email: "x@example.com" }],
    ] as const) {
      expect(await asOperator(run, path, body), path).toMatchObject({ status: 410, body: { code: "order.closed_to_hands", message: expect.stringContaining("gian hàng") as string } })
    }
    // What remains theirs to say is not refused at the door.
    expect((await asOperator(run, `/orders/${order!.id}/fulfillments/ful_x/mark-as-delivered`, {})).status).toBe(404)
    expect((await asOperator(run, `/orders/${order!.id}/cancel`, {})).status).toBe(200)
    expect((await fetchGroup(run, group)).orders[0]!.state).toBe("canceled")
  })
})

test("an API key refunds nothing, cancels nothing, delivers nothing, opens no shop that would be paid, and makes nobody an operator", async () => {
  const { body } = await asOperator<{ api_key: { id: string; token: string } }>(run, "/api-keys", { title: "Khoá thử cửa", type: "secret" })
  const authorization = `Basic ${Buffer.from(`${body.api_key.token}:`).toString("base64")}`
  const ask = async (method: "POST" | "DELETE", path: string) => {
    const answer = await fetch(`${run.backend}/admin${path}`, { method, headers: { authorization, ...(method === "POST" && { "content-type": "application/json" }) }, body: method === "POST" ? "{}" : undefined })
    return [path, answer.status, ((await answer.json()) as { code?: string }).code]
  }
  for (const path of ["/payments/pay_x/refund", "/orders/order_x/cancel", "/orders/order_x/transfer", "/orders/order_x/fulfillments/ful_x/mark-as-delivered", "/sellers", "/invites", "/invites/invite_x/resend", "/users/user_x", "/api-keys", "/api-keys/apk_x/revoke"]) {
    expect(await ask("POST", path)).toEqual([path, 403, "operator.person_needed"])
  }
  for (const path of ["/users/user_x", "/invites/invite_x", "/api-keys/apk_x"]) expect(await ask("DELETE", path)).toEqual([path, 403, "operator.person_needed"])
  expect(await ask("POST", "/workflows-executions/create-invite-step/run")).toEqual(["/workflows-executions/create-invite-step/run", 410, "order.closed_to_hands"])
  // It still reads.
  expect((await fetch(`${run.backend}/admin/orders?limit=1&fields=id`, { headers: { authorization } })).status).toBe(200)
  await asOperator(run, `/api-keys/${body.api_key.id}/revoke`, {})
})
