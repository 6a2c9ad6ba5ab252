import { fetchGroup, placed, readyCart, untilGroup, type TestListing, type TestOrder } from "./checkout"
import { adminToken, type Run } from "./people"
import type { TestShop } from "./shops"
import { atGateway, startVnpay } from "./vnpay"

export type TestJournal = {
  id: string
  key: string
  kind: string
  seller_id: string | null
  order_id: string | null
  facts: Record<string, unknown>
  entries: { account: string; seller_id: string | null; component: string; amount_vnd: number }[]
}

export type Reply = { status: number; body: Record<string, unknown>; text: string }

/** A call of the operator; without a body a GET. `as` is another operator's token. */
export async function operator(run: Run, path: string, body?: unknown, as?: string): Promise<Reply> {
  const response = await fetch(`${run.backend}/admin${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${as ?? (await adminToken(run))}`, ...(body !== undefined && { "content-type": typeof body === "string" ? "text/csv" : "application/json" }) },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, body: (response.headers.get("content-type") ?? "").includes("json") ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** The last hundred of one of the operator's lists: what a spec has just made is last where the list begins with the oldest. */
export async function lastHundred<T>(run: Run, path: string, name: string, filter: Record<string, string> = {}): Promise<T[]> {
  const page = async (offset: number) => (await operator(run, `${path}?${new URLSearchParams({ ...filter, limit: "100", offset: String(offset) })}`)).body
  const first = await page(0)
  const offset = Number(first.count) - 100
  return (offset > 0 ? await page(offset) : first)[name] as T[]
}

/** One order of one seller, paid at the simulated gateway. */
export async function orderPaidByVnpay(run: Run, listing: TestListing, quantity = 1): Promise<TestOrder> {
  const group = await placed(run, await readyCart(run, [{ listing, quantity }]), "vnpay")
  await atGateway(run, await startVnpay(run, group, { locale: "vi" }), "success")
  const paid = await untilGroup(run, group, ({ orders }) => orders.every((order) => order.payment.state === "paid"))
  return paid.orders[0] ?? (await fetchGroup(run, group)).orders[0]!
}

/** The same, in the books and on its way: before that its money is held. */
export async function orderSoldAndSent(run: Run, shop: TestShop, listing: TestListing): Promise<TestOrder> {
  const order = await orderPaidByVnpay(run, listing)
  await untilJournals(run, order.id, ["sale"])
  const { status, body } = await shop.call(`/orders/${order.id}/ship`, {})
  if (status !== 200) throw new Error(`Not sent: ${status} ${JSON.stringify(body)}`)
  return order
}

/** The journals of an order, once there are as many as expected: they are posted by what listens to the payment. */
export async function untilJournals(run: Run, orderId: string, kinds: string[], seconds = 150): Promise<TestJournal[]> {
  const deadline = Date.now() + seconds * 1_000
  for (;;) {
    const { body } = await operator(run, `/ledger/journals?order_id=${orderId}&limit=100`)
    const journals = (body.journals as TestJournal[]) ?? []
    if (kinds.every((kind) => journals.some((journal) => journal.kind === kind))) return journals
    if (Date.now() > deadline) throw new Error(`Only ${journals.map(({ kind }) => kind).join(", ")} of ${kinds.join(", ")} after ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** What a journal books on an account; credit is negative. */
export const booked = (journal: TestJournal, account: string): number => journal.entries.filter((entry) => entry.account === account).reduce((sum, entry) => sum + entry.amount_vnd, 0)
