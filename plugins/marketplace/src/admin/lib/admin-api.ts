type Refusal = { message?: string; fields?: Record<string, string> }

/** Calls the backend as the logged-in operator. A refusal becomes an Error with the sentence the backend wrote. */
export async function adminApi<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    credentials: "include",
    headers: { "accept-language": "vi", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (response.ok) return (await response.json()) as T
  const { message, fields } = (await response.json().catch(() => ({}))) as Refusal
  throw new Error(Object.values(fields ?? {})[0] ?? message ?? "Chưa làm được. Hãy thử lại.")
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "Chưa làm được. Hãy thử lại."
}
