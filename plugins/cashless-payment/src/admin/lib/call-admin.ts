/** One call of the operator's API from an Admin page. @throws Error with the sentence to show */
export async function callAdmin<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`/admin/cashless-payment${path}`, {
    method: body ? "POST" : "GET",
    credentials: "include",
    headers: { "accept-language": "vi", ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new Error("Mất kết nối. Hãy thử lại.")
  })
  if (response.ok) return (await response.json()) as T
  const refusal = (await response.json().catch(() => ({}))) as { message?: string; fields?: Record<string, string> }
  throw new Error(Object.values(refusal.fields ?? {})[0] ?? refusal.message ?? "Chưa làm được. Hãy thử lại.")
}

export const dong = (amountVnd: number) => `${amountVnd.toLocaleString("vi-VN")} ₫`
export const when = (iso: string) => new Date(iso).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })
/** A civil date, `2026-11-25` as 25/11/2026. */
export const day = (date: string) => date.split("-").reverse().join("/")
