import { createHmac, randomBytes } from "node:crypto"
import { readBankSettings, type BankSettings } from "./bank-settings"
import type { Payee } from "./operations/create-intent"
import { readPayosPayoutSettings, type PayosPayoutSettings } from "./payos-payout-settings"
import { bankName } from "./rules/banks"
import { DEFAULT_GRACE_SECONDS } from "./rules/expiry"
import { readFormerTerminals, type VnpayTerminals } from "./vnpay-terminals"
import { readWebhookSettings, type WebhookSettings } from "./webhook-settings"

export type VnpaySettings = VnpayTerminals & {
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
  /** null: no channel to send money by; transfers are made in the bank's own way. */
  payosPayouts: PayosPayoutSettings | null
  /** Bearer key of the Stripe-shaped API; without it the API answers 401 to everybody. */
  apiKey: string | null
  /** An endpoint for our webhooks that hears everything; others are made by the API. */
  webhook: WebhookSettings | null
  /** The key before the last change of keys, until every caller has the new one. */
  previousApiKey: string | null
  /** Who is paid by a VietQR of /v1 that names no account; null: such a request is refused. */
  account: Payee | null
  /** Address of this backend as browsers see it, without a slash at its end. */
  backendUrl: string
  /** Origins a buyer may be sent back to. */
  returnOrigins: string[]
  graceSeconds: number
}

type Environment = Record<string, string | undefined>

/** An invented account, of the simulated bank only. */
const SANDBOX_ACCOUNT: Payee = { bin: "970422", accountNumber: "9990000000099", accountName: "CHO PHIEN MO PHONG", bankName: bankName("970422") }
const SANDBOX_TMN_CODE = "SANDBOX1"
export const SANDBOX_GATEWAY_PATH = "/sandbox/vnpay/paymentv2/vpcpay.html"
export const SANDBOX_GATEWAY_API_PATH = "/sandbox/vnpay/merchant_webapi/api/transaction"
const QUERY_AFTER_SECONDS = 120
/** In the sandbox time runs faster: its gateway calls again after seconds, too. */
const SANDBOX_QUERY_AFTER_SECONDS = 3
/** Only when there is no JWT_SECRET to derive from (a bare development run): lives as long as the process. */
const processSecret = randomBytes(32).toString("hex")

/** What an object in Stripe's shape says of the house it is from. */
export function stripeOrigin(env: Environment): { sandbox: boolean; backendUrl: string } {
  const backendUrl = env.BACKEND_URL || `http://localhost:${env.BACKEND_PORT || "9000"}`
  return { sandbox: env.SANDBOX === "true", backendUrl: backendUrl.replace(/\/$/, "") }
}

/**
 * Reads and checks the settings of this plugin. Throws an Error whose sentence names the setting.
 * In the sandbox what is not given is made up: secrets are derived from JWT_SECRET, so that no secret is in the code
 * and several processes agree on them.
 */
export function readPaymentSettings(env: Environment): PaymentSettings {
  const sandbox = env.SANDBOX === "true"
  const { backendUrl } = stripeOrigin(env)
  const storefrontUrl = env.STOREFRONT_URL || "http://localhost:8000"
  const derived = (purpose: string) => createHmac("sha256", env.JWT_SECRET || processSecret).update(`sandbox ${purpose}`).digest("hex")

  return {
    sandbox,
    vnpay: readVnpay(env, sandbox, backendUrl, derived),
    bank: readBankSettings(env, sandbox, derived),
    payosPayouts: readPayosPayoutSettings(env, sandbox, derived),
    apiKey: env.PAYMENT_API_KEY || null,
    webhook: readWebhookSettings(env, sandbox),
    previousApiKey: env.PAYMENT_API_KEY_PREVIOUS || null,
    account: readAccount(env) ?? (sandbox ? SANDBOX_ACCOUNT : null),
    backendUrl,
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
  const former = readFormerTerminals(env.VNPAY_FORMER_TERMINALS, tmnCode)
  if (given === 0 && former.length > 0) throw new Error("VNPAY_FORMER_TERMINALS is given without VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_PAY_URL and VNPAY_API_URL: former terminals are asked over the same API.")
  if (given === 0) return null
  if (given !== 4) {
    throw new Error("VNPay needs VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_PAY_URL and VNPAY_API_URL together; at least one of them is missing.")
  }
  return {
    tmnCode,
    hashSecret,
    previousHashSecret: env.VNPAY_HASH_SECRET_PREVIOUS?.trim() || null,
    former,
    payUrl,
    apiUrl,
    genqr: env.VNPAY_GENQR ? env.VNPAY_GENQR === "true" : sandbox,
    queryAfterSeconds: wholeSeconds("VNPAY_QUERY_AFTER_SECONDS", env.VNPAY_QUERY_AFTER_SECONDS) || (sandbox ? SANDBOX_QUERY_AFTER_SECONDS : QUERY_AFTER_SECONDS),
  }
}

function readAccount(env: Environment): Payee | null {
  const bin = env.PAYMENT_ACCOUNT_BIN || ""
  const accountNumber = env.PAYMENT_ACCOUNT_NUMBER || ""
  const accountName = env.PAYMENT_ACCOUNT_NAME || ""
  if (!bin && !accountNumber && !accountName) return null
  if (!/^\d{6}$/.test(bin)) throw new Error("PAYMENT_ACCOUNT_BIN must be the six digits of the bank, for example 970436.")
  if (!/^[A-Za-z0-9]{1,19}$/.test(accountNumber)) throw new Error("PAYMENT_ACCOUNT_NUMBER must be an account number of 1 to 19 letters or digits.")
  if (!accountName) throw new Error("PAYMENT_ACCOUNT_NAME is missing: buyers compare it with what their bank shows.")
  return { bin, accountNumber, accountName, bankName: bankName(bin) }
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
