type Refusal = { message?: string; fields?: Record<string, string> }

/** Calls the register as the logged-in operator. A refusal becomes an Error with the first sentence the backend wrote. */
export async function askRegister<T>(path: string, body?: object): Promise<T> {
  const sent = body && { method: "POST", body: JSON.stringify(body) }
  const response = await fetch(`/admin/ocop${path}`, { credentials: "include", headers: { "accept-language": "vi", "content-type": "application/json" }, ...sent })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as T
  const { message, fields } = answer as Refusal
  throw new Error(Object.values(fields ?? {})[0] ?? message ?? "Chưa làm được. Hãy thử lại.")
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : "Chưa làm được. Hãy thử lại.")
