import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test } from "vitest"
import { stripeGate } from "./gate"

function knock(method: string, originalUrl: string, authorization?: string) {
  const answer = { status: 0, body: {} as unknown, passedAs: undefined as unknown }
  const res = {
    locals: {} as Record<string, unknown>,
    setHeader: () => res,
    status: (status: number) => ((answer.status = status), res),
    json: (body: unknown) => void (answer.body = body),
  }
  const settings = { apiKey: "sk_test_gate", previousApiKey: null }
  const req = { method, originalUrl, ip: "203.0.113.9", headers: { authorization }, scope: { resolve: () => ({ settings }) } }
  stripeGate(req as unknown as MedusaRequest, res as unknown as MedusaResponse, () => (answer.passedAs = res.locals.stripeAccess))
  return answer
}

test("an id with a character that PostgreSQL does not have is refused before it is looked for", () => {
  for (const [path, key] of [["/v1/refunds/%00", "Bearer sk_test_gate"], ["/v1/payment_intents/pi%00?client_secret=x", undefined]] as const) {
    expect(knock("GET", path, key)).toMatchObject({ status: 400, passedAs: undefined, body: { error: { type: "invalid_request_error" } } })
  }
})

test("a client secret opens one intent for reading and nothing else", () => {
  expect(knock("GET", "/v1/payment_intents/pi_1?client_secret=x").passedAs).toBe("client_secret")
  for (const [method, path] of [["POST", "/v1/payment_intents/pi_1?client_secret=x"], ["GET", "/v1/payment_intents?client_secret=x"], ["GET", "/v1/refunds/re_1?client_secret=x"], ["GET", "/v1/payment_intents/pi_1?x=client_secret=x"]] as const) {
    expect(knock(method, path), `${method} ${path}`).toMatchObject({ status: 401, passedAs: undefined })
  }
  expect(knock("GET", "/v1/payment_intents/search?client_secret=x&query=a").status).toBe(401)
})
