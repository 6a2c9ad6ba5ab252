import { createHmac, randomBytes } from "node:crypto"
import { readBankSettings, type BankSettings } from "./bank-settings"
import { DEFAULT_GRACE_SECONDS } from "./rules/expiry"
import { readWebhookSettings, type WebhookSettings } from "./webhook-settings"

export type VnpaySettings = {
  tmnCode: string
  hashSecret: string
  /** What VNPay may still sign with while the secret is being changed; we never sign with it. */
  previousHashSecret: string | null
  payUrl: string
  /** querydr and refund. */
  apiUrl: string
  /** The terminal may ask for QR codes to show on our own page. */
  genqr: boolean
  /** How long after the buyer's return VNPay is first asked what became of a payment nobody told us about. */
  queryAfterSeconds: number
}

export type PaymentSettings = {
  sandbox: boolean
  /** null: the marketplace has no VNPay terminal. */
  vnpay: VnpaySettings | null
  bank: BankSettings
  /** Bearer key of the Stripe-shaped API; without it the API answers 401 to everybody. */
  apiKey: string | null
  /** An endpoint for our webhooks that hears everything; others are made by the API. */
  webhook: WebhookSettings | null
  /** Origins a buyer may be sent back to. */
  returnOrigins: string[]
  graceSeconds: number
}

type Environment = Record<string, string | undefined>

const SANDBOX_TMN_CODE = "SANDBOX1"
export const SANDBOX_GATEWAY_PATH = "/sandbox/vnpay/paymentv2/vpcpay.html"
export const SANDBOX_GATEWAY_API_PATH = "/sandbox/vnpay/merchant_webapi/api/transaction"
const QUERY_AFTER_SECONDS = 120
/** In the sandbox time runs faster: its gateway calls again after seconds, too. */
const SANDBOX_QUERY_AFTER_SECONDS = 3
/** Only when there is no JWT_SECRET to derive from (a bare development run): lives as long as the process. */
const processSecret = randomBytes(32).toString("hex")

/**
 * Reads and checks the settings of this plugin. Throws an Error whose sentence names the setting.
 * In the sandbox what is not given is made up: secrets are derived from JWT_SECRET, so that no secret is in the code
 * and several processes agree on them.
 */
export function readPaymentSettings(env: Environment): PaymentSettings {
  const sandbox = env.SANDBOX === "true"
  const backendUrl = env.BACKEND_URL || `http://localhost:${env.BACKEND_PORT || "9000"}`
  const storefrontUrl = env.STOREFRONT_URL || "http://localhost:8000"
  const derived = (purpose: string) => createHmac("sha256", env.JWT_SECRET || processSecret).update(`sandbox ${purpose}`).digest("hex")

  return {
    sandbox,
    vnpay: readVnpay(env, sandbox, backendUrl, derived),
    bank: readBankSettings(env, sandbox, derived),
    apiKey: env.PAYMENT_API_KEY || null,
    webhook: readWebhookSettings(env, sandbox),
    returnOrigins: [originOf("STOREFRONT_URL", storefrontUrl), originOf("BACKEND_URL", backendUrl)],
    graceSeconds: wholeSeconds("PAYMENT_GRACE_SECONDS", env.PAYMENT_GRACE_SECONDS) ?? DEFAULT_GRACE_SECONDS,
  }
}

function readVnpay(env: Environment, sandbox: boolean, backendUrl: string, derived: (purpose: string) => string): VnpaySettings | null {
  const ofSimulator = (path: string) => (sandbox ? `${backendUrl.replace(/\/$/, "")}${path}` : "")
  const payUrl = env.VNPAY_PAY_URL || ofSimulator(SANDBOX_GATEWAY_PATH)
  const apiUrl = env.VNPAY_API_URL || ofSimulator(SANDBOX_GATEWAY_API_PATH)
  for (const [name, url] of [["VNPAY_PAY_URL", payUrl], ["VNPAY_API_URL", apiUrl]] as const) {
    if (!url) continue
    assertUrl(name, url)
    const { origin, protocol } = new URL(url)
    if (sandbox && env[name] && !isOnThisMachine(url) && origin !== originOf("BACKEND_URL", backendUrl)) {
      throw new Error(`SANDBOX=true simulates payments, but ${name} (${origin}) is outside this machine. Unset one of them.`)
    }
    // Refunds are ordered over it: never in the clear.
    if (name === "VNPAY_API_URL" && !sandbox && protocol !== "https:" && !isOnThisMachine(url)) throw new Error(`${name} must begin with https://, not ${origin}.`)
  }
  const tmnCode = env.VNPAY_TMN_CODE || (sandbox ? SANDBOX_TMN_CODE : "")
  const hashSecret = (env.VNPAY_HASH_SECRET || (sandbox ? derived("vnpay") : "")).trim()
  const given = [tmnCode, hashSecret, payUrl, apiUrl].filter(Boolean).length
  if (given === 0) return null
  if (given !== 4) {
    throw new Error("VNPay needs VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_PAY_URL and VNPAY_API_URL together; at least one of them is missing.")
  }
  return {
    tmnCode,
    hashSecret,
    previousHashSecret: env.VNPAY_HASH_SECRET_PREVIOUS?.trim() || null,
    payUrl,
    apiUrl,
    genqr: env.VNPAY_GENQR ? env.VNPAY_GENQR === "true" : sandbox,
    queryAfterSeconds: wholeSeconds("VNPAY_QUERY_AFTER_SECONDS", env.VNPAY_QUERY_AFTER_SECONDS) || (sandbox ? SANDBOX_QUERY_AFTER_SECONDS : QUERY_AFTER_SECONDS),
  }
}

export function isOnThisMachine(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === "localhost" || hostname === "[::1]" || hostname.endsWith(".localhost") || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function originOf(name: string, url: string): string {
  assertUrl(name, url)
  return new URL(url).origin
}

function assertUrl(name: string, url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`${name} is not an http(s) address: ${url}`)
}

function wholeSeconds(name: string, text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^\d{1,7}$/.test(text)) throw new Error(`${name} must be a whole number of seconds, not "${text}".`)
  return Number(text)
}
