import { createRequire } from "node:module"
import { Readable } from "node:stream"
import { fileURLToPath } from "node:url"
import type { RunningModule } from "./running-module"

const require = createRequire(import.meta.url)
const api = fileURLToPath(new URL("../../.medusa/server/src/api/v1", import.meta.url))

export type StripeAnswer = { status: number; headers: Record<string, string>; body: Record<string, unknown> & { error?: Record<string, unknown> } }
export type StripeCaller = (method: "GET" | "POST" | "DELETE", path: string, form?: string, headers?: Record<string, string>) => Promise<StripeAnswer>
type Handler = (req: unknown, res: unknown) => Promise<void>

/** The built routes of /v1 over the running module, without HTTP: who may call is the gate's, tested over HTTP. */
export function stripeApi({ payments }: RunningModule, access: "secret" | "client_secret" = "secret"): StripeCaller {
  return async (method, path, form = "", headers = {}) => {
    const [segments, query] = [path.replace(/^\/v1\//, "").split("?")[0]!.split("/"), path.split("?")[1]]
    const [resource = "", id = "", ...rest] = segments
    // "search" stands where an id would.
    const file = id === "search" ? `${api}/${resource}/search/route.js` : `${api}/${[resource, ...(id ? ["[id]"] : []), ...rest].join("/")}/route.js`
    const handler = (require(file) as Record<string, Handler>)[method]!
    const answer: StripeAnswer = { status: 200, headers: {}, body: {} }
    const req = Object.assign(Readable.from(form === "" ? [] : [Buffer.from(form)]), {
      method,
      originalUrl: `/v1/${segments.join("/")}${query === undefined ? "" : `?${query}`}`,
      params: id ? { id } : {},
      headers: { ...(form !== "" && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
      ip: "203.0.113.9",
      scope: { resolve: (name: string) => (name === "logger" ? { error: () => undefined } : payments) },
    })
    const res = {
      locals: { stripeAccess: access },
      setHeader: (name: string, value: string) => void (answer.headers[name.toLowerCase()] = value),
      getHeader: (name: string) => (name === "Request-Id" ? "req_of_the_test" : answer.headers[name.toLowerCase()]),
      status(code: number) { answer.status = code; return res },
      json(body: StripeAnswer["body"]) { answer.body = JSON.parse(JSON.stringify(body)) as StripeAnswer["body"] },
    }
    await handler(req, res)
    return answer
  }
}
