import { store, type Answer, type Placed, type TestGroup, type TestOrder } from "./checkout"
import { operator } from "./books"
import type { Run } from "./people"
import { atGateway, startVnpay } from "./vnpay"

/** An order with all that can happen to it after it was placed. */
export type LifeOrder = TestOrder & {
  items: (TestOrder["items"][number] & { id: string; canceled_quantity: number })[]
  canceled_vnd: number
  can_cancel: boolean
  cancellation: { by: string; reason: string | null; note: string | null; paid_vnd: number } | null
  refunds: { id: string; amount_vnd: number; state: string; surplus: boolean }[]
  payment: TestOrder["payment"] & { confirmed_at: string | null; expires_at: string }
}
export type LifeGroup = Omit<TestGroup, "orders"> & { orders: LifeOrder[] }

export const asOrderOf = (group: Pick<TestGroup, "orders">, sellerId: string): LifeOrder => group.orders.find((order) => order.seller.id === sellerId) as LifeOrder

/** What the buyer does, with the order's key. */
export const act = (run: Run, group: Placed, what: "cancel" | "rail", body: Record<string, unknown>): Promise<Answer<{ order_group: LifeGroup; code?: string; fields?: Record<string, string> }>> =>
  store(run, `/order-groups/${group.id}/${what}`, { access_token: group.access_token, ...body })

/** Pays at the simulated VNPay; answers what it asked for, in đồng. */
export async function gateway(run: Run, group: Placed): Promise<number> {
  const attempt = await startVnpay(run, group)
  await atGateway(run, attempt, "success")
  return Number(new URLSearchParams(attempt.query).get("vnp_Amount")) / 100
}

/** What Medusa itself says that an order comes to, and what of it is still to be paid or given back. */
export async function inMedusa(run: Run, orderId: string): Promise<{ total: number; owed: number }> {
  const { body } = await operator(run, `/orders/${orderId}?fields=id,total,summary`)
  const { total, summary } = body.order as { total: number; summary: { pending_difference: number } }
  return { total, owed: summary.pending_difference }
}
