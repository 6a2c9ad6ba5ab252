import { randomBytes } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rawQuery } from "../api/raw-query"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import { PaymentError } from "../modules/cashless-payment/errors"
import { apiRequest } from "../modules/cashless-payment/operations/api-request"
import type { Sql } from "../modules/cashless-payment/operations/sql"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import type { PaymentSettings } from "../modules/cashless-payment/settings"
import { expand } from "./expand"
import { parseForm, type FormNode } from "./form"
import { answerOnce } from "./idempotency"
import { list, readParams, text, type Reader, type Required, type Values } from "./params"
import { readBody } from "./read-body"
import { StripeApiError } from "./stripe-error"
import { toStripeError } from "./translate-error"

/** One request to /v1, read and authenticated, inside the transaction its answer belongs to. */
export type StripeCall<P> = {
  sql: Sql
  params: P
  /** The `[id]` of the path. */
  id: string
  settings: PaymentSettings
  /** false: the caller showed no secret key, only an intent's client secret. */
  hasSecretKey: boolean
  ipAddress: string
  now: Date
}

type Spec = Record<string, Reader<unknown> | Required<unknown>>
const EXPAND = { expand: list(text(200), 20) }

/**
 * A route of /v1: parameters are read as `spec` says, whatever `work` changes is one transaction, errors are Stripe's.
 * A POST with an Idempotency-Key is done once. `expand` is understood everywhere.
 */
export function stripeEndpoint<S extends Spec>(spec: S, work: (call: StripeCall<Values<S>>) => Promise<object>) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
    const path = req.originalUrl.split("?")[0]!.replace(/\/$/, "")
    try {
      const form = await readForm(req)
      const { expand: paths, ...params } = readParams({ ...EXPAND, ...spec }, form) as Values<S> & { expand?: string[] }
      const key = idempotencyKey(req)
      const answer = await apiRequest.run({ id: String(res.getHeader("Request-Id")), idempotencyKey: key }, () => payments.inTransaction(async (sql) => {
        const hasSecretKey = res.locals.stripeAccess === "secret"
        const call = { sql, params: params as Values<S>, id: req.params.id ?? "", settings: payments.settings, hasSecretKey, ipAddress: req.ip ?? "", now: new Date() }
        const done = async () => expand(call, await translated(work(call)), hasSecretKey ? (paths ?? []) : [])
        if (req.method !== "POST" || key === null) return { status: 200, body: await done(), replayed: false }
        return answerOnce(sql, { key, method: req.method, path, form }, done)
      }))
      if (req.method !== "GET") payments.emitSoon()
      if (key !== null) res.setHeader("Idempotency-Key", key)
      if (answer.replayed) res.setHeader("Idempotent-Replayed", "true")
      send(res, answer.status, answer.body)
    } catch (error) {
      if (error instanceof StripeApiError) return send(res, error.status, error.body, error.isPassing)
      const reference = randomBytes(4).toString("hex")
      req.scope.resolve("logger").error(`${req.method} ${path} failed (${reference}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      send(res, 500, { error: { type: "api_error", message: `An unknown error occurred. Reference ${reference}.` } })
    }
  }
}

async function translated(work: Promise<object>): Promise<object> {
  try {
    return await work
  } catch (error) {
    throw error instanceof PaymentError ? toStripeError(error) : error
  }
}

function send(res: MedusaResponse, status: number, body: object, isPassing = false): void {
  // Deterministic refusals fail the same way again; a key in use is free in a moment.
  if (status >= 400 && status < 500) res.setHeader("Stripe-Should-Retry", String(isPassing))
  if (status === 413) res.setHeader("Connection", "close")
  res.setHeader("Cache-Control", "no-cache, no-store")
  res.status(status).json(body)
}

async function readForm(req: MedusaRequest): Promise<FormNode> {
  const query = Buffer.from(rawQuery(req), "latin1")
  // A POST may name parameters in either place; one that is in both is doubled, and refused as such.
  return parseForm(req.method === "POST" ? Buffer.concat([await readBody(req), Buffer.from("&"), query]) : query)
}

function idempotencyKey(req: MedusaRequest): string | null {
  const given = req.headers["idempotency-key"]
  if (req.method !== "POST" || typeof given !== "string" || given === "") return null
  if (given.length > 255) throw new StripeApiError(400, { message: "Idempotency-Key can be at most 255 characters.", param: "Idempotency-Key" })
  return given
}
