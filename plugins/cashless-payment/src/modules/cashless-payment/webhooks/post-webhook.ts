import { lookup as resolve } from "node:dns"
import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { isAllowedAddress, webhookUrlRefusal } from "../rules/webhook-address"
import type { DeliveryResult } from "../operations/webhook-deliveries"

/** Stripe's own patience is of this order; a receiver should answer first and work afterwards. */
const TIMEOUT_MS = 10_000
/** What a receiver says beside its status is not kept; this much of it is read to let the connection end well. */
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Posts a webhook and says what came of it; never throws. Only 2xx is success. Redirects are not followed: they could
 * lead where the address check forbids. The check is made on the very address that is connected to, so a name that
 * resolves differently a moment later (DNS rebinding) gains nothing.
 */
export function postWebhook(url: string, body: string, signature: string, sandbox: boolean): Promise<DeliveryResult> {
  const refusal = webhookUrlRefusal(url, sandbox)
  if (refusal) return Promise.resolve({ responseStatus: null, error: `refused: ${refusal}` })
  const target = new URL(url)
  const send = target.protocol === "https:" ? httpsRequest : httpRequest
  return new Promise((done) => {
    const failed = (error: Error) => done({ responseStatus: null, error: errorText(error) })
    const request = send(
      target,
      {
        method: "POST",
        agent: false,
        lookup: guardedLookup(sandbox),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          "stripe-signature": signature,
          "user-agent": "ChoPhien/1.0 (payment webhooks)",
          accept: "*/*",
        },
      },
      (response) => {
        const status = response.statusCode ?? 0
        const ok = status >= 200 && status < 300
        let read = 0
        response.on("data", (chunk: Buffer) => {
          read += chunk.length
          if (read > MAX_ANSWER_BYTES) response.destroy()
        })
        response.on("error", () => {})
        // The status line decides; whether the rest of the answer comes is of no interest.
        done({ responseStatus: status, error: ok ? null : `HTTP ${status}` })
      },
    )
    request.on("error", failed)
    request.end(body)
  })
}

function guardedLookup(sandbox: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const refused = addresses.find(({ address }) => !isAllowedAddress(address, sandbox))
      const [first] = addresses
      if (refused || !first) return callback(Object.assign(new Error("resolves to an address that is not public"), { code: "ADDRESS_REFUSED" }), [])
      // Node asks for all of them when it races IPv4 against IPv6.
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family || isIP(first.address))
    })
  }
}

/** Enough for the log to say what is wrong at the other end; never the body or a secret. */
function errorText(error: Error): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return `no answer within ${TIMEOUT_MS / 1000} s`
  const code = "code" in error ? String(error.code) : ""
  return `${code} ${error.message}`.trim().slice(0, 300)
}
