/** A paper as GET /admin/quality-certificates answers it, as far as this page uses it. */
export type Certificate = {
  id: string
  kind: string
  number: string | null
  holder_name: string
  issuer: string | null
  issued_on: string | null
  expires_on: string | null
  review: "waiting" | "confirmed" | "rejected"
  state: keyof typeof STATES
  revoked_on: string | null
  term: { max_months: number; exceeded: boolean } | null
  evidence: { name: string; sha256: string | null } | null
  products: { id: string; title: string }[]
  log: { action: string; by: string; reason: string | null; at: string }[]
}

export const STATES = {
  unchecked: { label: "Chờ xem xét", color: "blue" },
  valid: { label: "Còn hiệu lực", color: "green" },
  expiring: { label: "Sắp hết hạn", color: "orange" },
  expired: { label: "Đã hết hạn", color: "grey" },
  revoked: { label: "Đã thu hồi", color: "red" },
  rejected: { label: "Không được nhận", color: "red" },
} as const

/** Calls the backend as the logged-in operator. A refusal becomes an Error with the sentence the backend wrote. */
export async function askBackend<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    credentials: "include",
    headers: { "accept-language": "vi", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json().catch(() => ({}))) as { message?: string; fields?: Record<string, string> }
  if (response.ok) return answer as T
  throw new Error(Object.values(answer.fields ?? {})[0] ?? answer.message ?? "Chưa làm được. Hãy thử lại.")
}

export function vietnameseDay(date: string | null): string {
  return date ? date.split("-").reverse().join("/") : "…"
}
