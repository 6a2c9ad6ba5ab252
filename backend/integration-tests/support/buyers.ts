import { randomInt } from "node:crypto"
import type { Answer } from "./checkout"
import { post, type Run } from "./people"

export type SavedAddress = { id: string; street: string }
export type BuyerAccount = { id: string; name: string | null; phone: string; addresses: SavedAddress[] }
export type BuyerGroup = { id: string; total_vnd: number; orders: { id: string; checking: boolean }[] }
export type LoggedIn = { phone: string; token: string; buyer: BuyerAccount }

/** A mobile number nobody else in the house uses. */
export const newPhone = () => `09${randomInt(10_000_000, 99_999_999)}`

/** What the sandbox would have sent to a phone, newest first. */
export async function messagesTo(run: Run, phone: string): Promise<{ text: string; code?: string }[]> {
  const inbox = await fetch(`${run.backend}/sandbox/messages?to=${encodeURIComponent(phone)}`, { headers: { accept: "application/json" } })
  return ((await inbox.json()) as { messages: { text: string; code?: string }[] }).messages
}

/** A call of the storefront's server for a buyer; without a token for nobody. */
export async function asBuyer<T>(run: Run, path: string, token: string | null, body?: unknown, method = body === undefined ? "GET" : "POST"): Promise<Answer<T>> {
  const response = await fetch(`${run.backend}${path}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { "content-type": "application/json" }), "x-publishable-api-key": run.publishable_key },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

export async function codeFor(run: Run, phone: string): Promise<string> {
  await post(`${run.backend}/buyer/auth/code`, { phone })
  return (await messagesTo(run, phone)).find(({ code }) => code !== undefined)!.code!
}

/** Proves a phone with a code; the first time opens the account. */
export async function logInBuyer(run: Run, phone = newPhone()): Promise<LoggedIn> {
  const session = await post<{ token: string; buyer: BuyerAccount }>(`${run.backend}/buyer/auth/session`, { phone, code: await codeFor(run, phone) })
  return { phone, ...session }
}

export const groupsOf = async (run: Run, token: string) => (await asBuyer<{ order_groups: BuyerGroup[]; count: number }>(run, "/buyer/order-groups", token)).body

/** Asks for the guests' orders of the phone the token was given for; how many joined. */
export const claimByPhone = async (run: Run, token: string) => (await asBuyer<{ claimed: number }>(run, "/buyer/order-groups/claim-by-phone", token, {})).body.claimed
