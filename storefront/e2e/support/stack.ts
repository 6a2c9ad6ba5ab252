import { readFileSync } from "node:fs"

/** What a running house tells other programs (DATA_DIR/run.json). */
export interface Run {
  shop: string
  admin: string
  backend: string
  publishable_key: string
  accounts: { role: "operator" | "seller" | "official"; login: string; how: string; password?: string }[]
}

/** @throws Error when no stack was started: these specs need one, `npm test` starts it */
export function readRun(): Run {
  const file = process.env.TEST_RUN_JSON
  if (!file) throw new Error("TEST_RUN_JSON is not set. Run these specs through `npm test`.")
  return JSON.parse(readFileSync(file, "utf8")) as Run
}

export function account(run: Run, role: Run["accounts"][number]["role"]) {
  const found = run.accounts.find((candidate) => candidate.role === role)
  if (!found) throw new Error(`run.json names no ${role}.`)
  return found
}

/** The newest one-time code in the sandbox inbox of a phone, sent after `since`. */
export async function readCode(run: Run, phone: string, since: Date): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const response = await fetch(`${run.backend}/sandbox/messages?to=${encodeURIComponent(phone)}`, {
      headers: { accept: "application/json" },
    })
    const { messages } = (await response.json()) as { messages: { text: string; code?: string; created_at: string }[] }
    const message = messages.find((candidate) => candidate.code !== undefined && new Date(candidate.created_at) >= since)
    const code = message?.code ?? message?.text.match(/\b\d{6}\b/)?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No code reached ${phone}.`)
}

export async function json<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(`${init?.method ?? "GET"} ${url} → ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
