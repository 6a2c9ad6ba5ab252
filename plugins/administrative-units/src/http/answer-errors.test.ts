import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { expect, test } from "vitest"
import { answerErrors } from "./answer-errors"
import { ApiError } from "./api-error"

function answer(error: unknown, request: { originalUrl?: string; body?: unknown } = {}, log: (said: unknown) => void = () => undefined): { status: number; body: Record<string, unknown> } {
  const got = { status: 0, body: {} as Record<string, unknown> }
  const res = {
    headersSent: false,
    setHeader: () => res,
    vary: () => res,
    status: (status: number) => ((got.status = status), res),
    json: (body: Record<string, unknown>) => ((got.body = body), res),
  }
  const logger = { error: log, warn: log, info: log }
  const req = { headers: { "accept-language": "en" }, scope: { resolve: () => logger }, ...request }
  answerErrors(error, req as unknown as MedusaRequest, res as unknown as MedusaResponse, () => undefined)
  return got
}

test("a refusal from a middleware is answered as one from a route", () => {
  const refusal = new ApiError({ type: "unauthorized", code: "seller.log_in", message: { vi: "Hãy đăng nhập.", en: "Please log in." } })
  expect(answer(refusal)).toEqual({ status: 401, body: { type: "unauthorized", code: "seller.log_in", message: "Please log in." } })
})

test("a path or body that can't be read is the client's fault, not ours", () => {
  const path = Object.assign(new URIError("Failed to decode param"), { status: 400 })
  expect(answer(path)).toMatchObject({ status: 400, body: { code: "request_unreadable" } })
  const json = Object.assign(new SyntaxError("Unexpected token"), { status: 400, type: "entity.parse.failed" })
  expect(answer(json)).toMatchObject({ status: 400, body: { code: "request_unreadable" } })
  const large = Object.assign(new Error("request entity too large"), { status: 413, type: "entity.too.large" })
  expect(answer(large)).toMatchObject({ status: 413, body: { code: "request_too_large" } })
})

test("a bug stays a 500 and tells nothing", () => {
  const got = answer(new TypeError("secret detail"))
  expect(got.status).toBe(500)
  expect(JSON.stringify(got.body)).not.toContain("secret")
})

test("what Postgres could not store is the client's fault on Medusa's own routes too", () => {
  const database = new Error("invalid message format")
  expect(answer(database, { originalUrl: "/store/carts/%00" })).toMatchObject({ status: 400, body: { code: "request_unreadable" } })
  expect(answer(database, { originalUrl: "/store/carts/cart_1", body: { metadata: { note: "a\u0000b" } } }).status).toBe(400)
  expect(answer(database, { originalUrl: "/store/carts/cart_1", body: { metadata: { note: "a\ud800b" } } }).status).toBe(400)
  expect(answer(database, { originalUrl: "/store/carts/cart_1?q=100%25", body: { metadata: { note: "Chè 😀" } } }).status).toBe(500)
})

test("the log is not told a cart's whole id, which answers with its order's key", () => {
  const id = "cart_01M81X7F7V7VJE16WMZ59W3618"
  for (const error of [new MedusaError(MedusaError.Types.INVALID_DATA, `Cart ${id} is already completed.`), new Error(`no lock on ${id}`)]) {
    const said: string[] = []
    answer(error, {}, (line) => said.push(line instanceof Error ? `${line.message} ${String(line.stack)}` : String(line)))
    expect(said.join()).toContain("cart_01M81X7F7V")
    expect(said.join()).not.toContain(id)
  }
})
