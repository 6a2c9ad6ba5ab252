import { json, type Run } from "./stack"

export interface PlacedOrder {
  id: string
  access_token: string
}

/** One piece of something on sale, ordered without an account over the API, to be paid by VietQR unless said otherwise. */
export async function placeOrder(run: Run, handle: string, rail: "vietqr" | "vnpay" | "cod" = "vietqr"): Promise<PlacedOrder> {
  const headers = { "x-publishable-api-key": run.publishable_key, "content-type": "application/json" }
  const ask = <T>(path: string, body?: object) => json<T>(`${run.backend}/store${path}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) })
  const { listing } = await ask<{ listing: { variant_id: string } }>(`/listings/${handle}`)
  const { regions } = await ask<{ regions: { id: string }[] }>("/regions")
  const { cart } = await ask<{ cart: { id: string } }>("/carts", { region_id: regions[0]?.id })
  await ask(`/carts/${cart.id}/line-items`, { variant_id: listing.variant_id, quantity: 1 })
  const { units: communes } = await ask<{ units: { code: string }[] }>("/administrative-units/communes?province=19")
  await ask(`/carts/${cart.id}/delivery`, { name: "Người mua thử", phone: "0912345678", province_code: "19", commune_code: communes[0]?.code, street: "Số 1, xóm Thử" })
  return (await ask<{ order_group: PlacedOrder }>(`/carts/${cart.id}/place`, { rail })).order_group
}

/** One of the orders of a checkout, as its buyer is told of it. */
export interface ToldOrder {
  id: string
  state: string
  payment: { rail: string; amount_vnd: number; amount_received_vnd: number; expires_at: string; vietqr: { payload: string; memo: string; account_number: string } | null }
}

/** What the API tells about the one order of a checkout: what no page has been asked for. */
export async function askedFor(run: Run, { id, access_token }: PlacedOrder): Promise<ToldOrder> {
  const { order_group } = await json<{ order_group: { orders: [ToldOrder] } }>(`${run.backend}/store/order-groups/${id}`, { headers: { "x-publishable-api-key": run.publishable_key, "x-order-key": access_token } })
  return order_group.orders[0]
}

/** What is given beside the code a buyer mistypes, or transfers to somebody else. */
type Transfer = { payload: string; amount_vnd?: number; memo?: string; account_number?: string; reference_code?: string }

/** The sandbox bank transfers what the code says, and tells us as a bank would. */
export const transfer = (run: Run, order: Transfer) =>
  json(`${run.backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(order) })
