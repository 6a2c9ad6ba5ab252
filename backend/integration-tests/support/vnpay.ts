import { post, type Run } from "./people"
import { fetchListing, placed, readyCart, store, type Placed, type TestListing } from "./checkout"

export type Attempt = { url: string; query: string; txnRef: string }
export type GatewayRecord = { txn_ref: string; transaction_status: string; bank_code: string; amount: string }
export type GatewayRefund = { amount: string; transaction_type: string; asked: number; plan: string }

/** An order of the given lines that waits for VNPay. */
export async function waitingOrder(run: Run, lines: { listing: TestListing; quantity: number }[]): Promise<Placed> {
  return placed(run, await readyCart(run, lines), "vnpay")
}

export async function startVnpay(run: Run, group: Placed, choice: Record<string, unknown> = {}): Promise<Attempt> {
  const { status, body } = await store<{ redirect_url: string }>(run, `/order-groups/${group.id}/vnpay`, { access_token: group.access_token, ...choice })
  if (status !== 200) throw new Error(`VNPay attempt: ${status} ${JSON.stringify(body)}`)
  const query = body.redirect_url.slice(body.redirect_url.indexOf("?") + 1)
  return { url: body.redirect_url, query, txnRef: new URLSearchParams(query).get("vnp_TxnRef")! }
}

/** What the buyer does on the simulated gateway's page; returns the signed query the browser is sent back with. */
export async function atGateway(run: Run, { query }: Attempt, outcome: string, ipn = "before"): Promise<string> {
  const response = await fetch(`${run.backend}/sandbox/vnpay/paymentv2/vpcpay.html`, { method: "POST", redirect: "manual", body: new URLSearchParams({ query, outcome, ipn }) })
  const back = response.headers.get("location")
  if (response.status !== 303 || !back) throw new Error(`Gateway: ${response.status} ${await response.text()}`)
  return back.slice(back.indexOf("?") + 1)
}

/** The browser comes back to the marketplace. */
export async function comeBack(run: Run, query: string): Promise<{ valid: boolean; outcome: string }> {
  return (await store<{ valid: boolean; outcome: string }>(run, `/vnpay-return?${query}`)).body
}

/** VNPay's own staff and switches: decides a payment, or orders how its API answers. */
export async function atPortal(run: Run, txnRef: string, order: Record<string, string>): Promise<GatewayRecord> {
  return (await post<{ transaction: GatewayRecord }>(`${run.backend}/sandbox/vnpay/transactions/${txnRef}`, order)).transaction
}

export async function atGatewaysBooks(run: Run, txnRef: string): Promise<{ payment: GatewayRecord | undefined; refunds: GatewayRefund[] }> {
  const response = await fetch(`${run.backend}/sandbox/vnpay/transactions?txn_ref=${txnRef}`, { headers: { accept: "application/json" } })
  const body = (await response.json()) as { transactions: GatewayRecord[]; refunds: GatewayRefund[] }
  return { payment: body.transactions[0], refunds: body.refunds }
}

export const stockOf = async (run: Run, listing: TestListing): Promise<number> => (await fetchListing(run, listing.handle)).available_quantity
