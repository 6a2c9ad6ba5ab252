export type Sent<T> =
  | { ok: true; data: T }
  /** `status` 0: nobody answered. `message` and `fields` are in the reader's language. */
  | { ok: false; status: number; code: string; message: string; fields: Record<string, string>; body: Record<string, unknown> };

type Options = { method?: "POST" | "DELETE"; body?: object | Blob; language: string; keepalive?: boolean };

/** One write from the browser through our own address; what came back is judged by `read`, which throws on another shape. */
export async function send<T>(url: string, { method = "POST", body, language, keepalive }: Options, read: (answer: unknown) => T): Promise<Sent<T>> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      keepalive,
      body: body instanceof Blob ? body : body ? JSON.stringify(body) : undefined,
      headers: {
        "x-reader-language": language,
        ...(body ? { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" } : {}),
      },
    });
  } catch {
    return { ok: false, status: 0, code: "network", message: "", fields: {}, body: {} };
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, data: read(answer) };
  const refusal = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
  // A backend that is being restarted is a lost connection to whoever types.
  const lost = response.status === 502 || response.status === 504;
  return {
    ok: false,
    status: lost ? 0 : response.status,
    code: typeof refusal.code === "string" ? refusal.code : "unknown",
    message: typeof refusal.message === "string" ? refusal.message : "",
    fields: wordsOf(refusal.fields),
    body: refusal,
  };
}

function wordsOf(fields: unknown): Record<string, string> {
  if (typeof fields !== "object" || fields === null) return {};
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
