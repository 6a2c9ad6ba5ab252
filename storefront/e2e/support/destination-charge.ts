import type { Run } from "./stack"

type Intent = { id: string; next_action: { redirect_to_url: { url: string } } }

/** A payment of `/v1` for a shop, paid at the simulated VNPay. @returns its id */
export async function chargeForShop(run: Run, sellerId: string, given: Record<string, string>): Promise<string> {
  const { data } = await v1<{ data: { id: string; metadata: { seller_id?: string } }[] }>(run, "/accounts?limit=100")
  const account = data.find(({ metadata }) => metadata.seller_id === sellerId)!.id
  const form = { currency: "vnd", "payment_method_types[0]": "vnpay", "payment_method_data[type]": "vnpay", confirm: "true", return_url: `${run.shop}/tro-ve`, "transfer_data[destination]": account, ...given }
  const { id, next_action } = await v1<Intent>(run, "/payment_intents", form)
  const { url } = next_action.redirect_to_url
  const query = url.slice(url.indexOf("?") + 1)
  await fetch(`${run.backend}/sandbox/vnpay/paymentv2/vpcpay.html`, { method: "POST", redirect: "manual", body: new URLSearchParams({ query, outcome: "success", ipn: "before" }) })
  return id
}

/** Gives back a part of it, as its caller says. */
export async function refundCharge(run: Run, id: string, given: Record<string, string>): Promise<void> {
  await v1(run, "/refunds", { payment_intent: id, ...given })
}

async function v1<T>(run: Run, path: string, form?: Record<string, string>): Promise<T> {
  const key = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"
  const response = await fetch(`${run.backend}/v1${path}`, { headers: { authorization: `Bearer ${key}` }, ...(form && { method: "POST", body: new URLSearchParams(form) }) })
  if (!response.ok) throw new Error(`/v1${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}
