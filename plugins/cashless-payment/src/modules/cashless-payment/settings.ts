import { createHmac, randomBytes } from "node:crypto"
import { DEFAULT_GRACE_SECONDS } from "./rules/expiry"

export type PaymentSettings = {
  sandbox: boolean
  /** null: the marketplace has no VNPay terminal. */
  vnpay: { tmnCode: string; hashSecret: string; payUrl: string } | null
  sepay: { webhookSecret?: string; apiKey?: string }
  /** Bearer key of the Stripe-shaped API; without it the API answers 401 to everybody. */
  apiKey: string | null
  /** Origins a buyer may be sent back to. */
  returnOrigins: string[]
  graceSeconds: number
}

type Environment = Record<string, string | undefined>

const SANDBOX_TMN_CODE = "SANDBOX1"
export const SANDBOX_GATEWAY_PATH = "/sandbox/vnpay/paymentv2/vpcpay.html"
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

  const payUrl = env.VNPAY_PAY_URL || (sandbox ? `${backendUrl.replace(/\/$/, "")}${SANDBOX_GATEWAY_PATH}` : "")
  if (payUrl) assertUrl("VNPAY_PAY_URL", payUrl)
  if (sandbox && env.VNPAY_PAY_URL && !isOnThisMachine(payUrl) && new URL(payUrl).origin !== originOf("BACKEND_URL", backendUrl)) {
    throw new Error(
      `SANDBOX=true simulates payments, but VNPAY_PAY_URL (${new URL(payUrl).origin}) is outside this machine. Unset one of them.`,
    )
  }

  const tmnCode = env.VNPAY_TMN_CODE || (sandbox ? SANDBOX_TMN_CODE : "")
  const hashSecret = env.VNPAY_HASH_SECRET || (sandbox ? derived("vnpay") : "")
  const given = [tmnCode, hashSecret, payUrl].filter(Boolean).length
  if (given !== 0 && given !== 3) {
    throw new Error("VNPay needs VNPAY_TMN_CODE, VNPAY_HASH_SECRET and VNPAY_PAY_URL together; at least one of them is missing.")
  }
  return {
    sandbox,
    vnpay: given === 3 ? { tmnCode, hashSecret: hashSecret.trim(), payUrl } : null,
    sepay: {
      webhookSecret: env.SEPAY_WEBHOOK_SECRET || (sandbox ? derived("sepay") : undefined),
      apiKey: env.SEPAY_API_KEY || undefined,
    },
    apiKey: env.PAYMENT_API_KEY || null,
    returnOrigins: [originOf("STOREFRONT_URL", storefrontUrl), originOf("BACKEND_URL", backendUrl)],
    graceSeconds: wholeSeconds("PAYMENT_GRACE_SECONDS", env.PAYMENT_GRACE_SECONDS) ?? DEFAULT_GRACE_SECONDS,
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
