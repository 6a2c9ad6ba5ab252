import { readFileSync } from "node:fs"

/** What a running house tells other programs (DATA_DIR/run.json). */
export interface Run {
  shop: string
  backend: string
  /** Where several servers take turns at `backend`: each of them, for what is promised per server. */
  servers?: string[]
  publishable_key: string
  accounts: { role: "operator" | "seller" | "official"; login: string; how: string; password?: string }[]
}

/** @throws Error when no stack was started: these specs need one, `npm test` starts it */
export function readRun(): Run {
  const file = process.env.TEST_RUN_JSON
  if (!file) throw new Error("TEST_RUN_JSON is not set. Run these specs through `npm test`.")
  return JSON.parse(readFileSync(file, "utf8")) as Run
}

export async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`POST ${url} → ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export async function adminToken(run: Run): Promise<string> {
  const { login, password } = account(run, "operator")
  const { token } = await post<{ token: string }>(`${run.backend}/auth/user/emailpass`, { email: login, password })
  return token
}

export const sellerToken = (run: Run, login = account(run, "seller").login) => logIn(run, "seller", login)
export const officialToken = (run: Run, login = account(run, "official").login) => logIn(run, "official", login)

/** The headers of the first official of a commune and the first of a province, who answer for the same area. */
export async function officialHeaders(run: Run): Promise<{ commune: Record<string, string>; province: Record<string, string> }> {
  const found: Record<string, Record<string, string>> = {}
  for (const { login } of run.accounts.filter((candidate) => candidate.role === "official")) {
    const headers = { authorization: `Bearer ${await officialToken(run, login)}` }
    const me = (await (await fetch(`${run.backend}/official/me`, { headers })).json()) as { official: { role: string } }
    found[me.official.role] ??= headers
    if (found.commune && found.province) break
  }
  const { commune, province } = found
  if (!commune || !province) throw new Error("run.json names no official of a commune and of a province.")
  return { commune, province }
}

/** Tokens are kept per process: a phone gets one code a minute, so a second login has to wait for the first. */
const known = new Map<string, string>()

async function logIn(run: Run, door: "seller" | "official", phone: string): Promise<string> {
  const key = `${door}/${phone}`
  const token = known.get(key) ?? (await freshToken(run, door, phone))
  known.set(key, token)
  return token
}

async function freshToken(run: Run, door: "seller" | "official", phone: string): Promise<string> {
  const since = Date.now() - 1_000
  for (;;) {
    const response = await fetch(`${run.backend}/${door}/auth/code`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ phone }),
    })
    if (response.ok) break
    const wait = Number(response.headers.get("retry-after"))
    if (response.status !== 429 || !wait) throw new Error(`no code for ${phone}: ${response.status} ${await response.text()}`)
    await new Promise((resolve) => setTimeout(resolve, wait * 1_000))
  }
  const inbox = await fetch(`${run.backend}/sandbox/messages?to=${encodeURIComponent(phone)}`, { headers: { accept: "application/json" } })
  const { messages } = (await inbox.json()) as { messages: { text: string; code?: string; created_at: string }[] }
  const message = messages.find((candidate) => candidate.code !== undefined && Date.parse(candidate.created_at) >= since)
  const code = message?.code ?? message?.text.match(/\b\d{6}\b/)?.[0]
  const { token } = await post<{ token: string }>(`${run.backend}/${door}/auth/session`, { phone, code })
  return token
}

function account(run: Run, role: Run["accounts"][number]["role"]) {
  const found = run.accounts.find((candidate) => candidate.role === role)
  if (!found) throw new Error(`run.json names no ${role}.`)
  return found
}
