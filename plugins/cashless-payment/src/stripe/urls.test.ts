import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { isStripeUrl, STRIPE_URLS } from "./urls"

const api = fileURLToPath(new URL("../api", import.meta.url))

/** "GET /v1/payment_intents/:id" of every handler that a route file exports. */
function routes(): string[] {
  const files = readdirSync(`${api}/v1`, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"))
  return files.flatMap((file) => {
    const path = `/v1/${file.replaceAll("\\", "/").replace(/\/route\.ts$/, "").replaceAll(/\[\w+\]/g, ":id")}`
    const source = readFileSync(`${api}/v1/${file}`, "utf8")
    return [...source.matchAll(/^export (?:const|async function) (GET|POST|DELETE)\b/gm)].map(([, method]) => `${method} ${path}`)
  })
}

test("what is let in is exactly what there are routes for", () => {
  expect([...STRIPE_URLS].sort()).toEqual(routes().sort())
})

test("everything else is an unrecognized URL", () => {
  expect(isStripeUrl("GET", "/v1/payment_intents/pi_1")).toBe(true)
  expect(isStripeUrl("POST", "/v1/payment_intents/pi_1/confirm/")).toBe(true)
  for (const [method, path] of [["PUT", "/v1/payment_intents"], ["GET", "/v1"], ["GET", "/v1/charge"], ["GET", "/v1/payment_intents/a/b"], ["POST", "/v1/setup_intents"], ["DELETE", "/v1/payment_intents/pi_1"]] as const) {
    expect(isStripeUrl(method, path)).toBe(false)
  }
})
