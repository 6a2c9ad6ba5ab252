import type { SealingKeys } from "./rules/sealed-secret"

/** How the operator's own accounts with the aggregators tell us of money; each may be missing. */
export type BankSettings = {
  sepay: { webhookSecret?: string; apiKey?: string }
  payos: { checksumKey?: string }
  casso: { checksumKey?: string }
  /** Where transactions are listed, so that what a webhook lost is found. The address is ours to set, never a payee's. */
  lists: { sepay: { url: string; token?: string }; casso: { url: string; key?: string } }
  /** Seals what payees entrust to us and what webhooks are signed with; null: payees cannot connect accounts. */
  sealingKeys: SealingKeys | null
}

type Environment = Record<string, string | undefined>

/** @param derived makes a secret of the sandbox for a purpose */
export function readBankSettings(env: Environment, sandbox: boolean, derived: (purpose: string) => string): BankSettings {
  const secret = (name: string, purpose: string) => env[name] || (sandbox ? derived(purpose) : undefined)
  const ownAddress = `http://127.0.0.1:${env.PORT || env.BACKEND_PORT || "9000"}`
  const listUrl = (name: string, real: string, simulated: string) => {
    const url = env[name] || (sandbox ? `${ownAddress}${simulated}` : real)
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`${name} is not an http(s) address: ${url}`)
    return url.replace(/\/$/, "")
  }
  const sealingKey = env.PAYMENT_ENCRYPTION_KEY || (sandbox ? derived("sealing") : null)
  return {
    sepay: { webhookSecret: secret("SEPAY_WEBHOOK_SECRET", "sepay"), apiKey: env.SEPAY_API_KEY || undefined },
    payos: { checksumKey: secret("PAYOS_CHECKSUM_KEY", "payos") },
    casso: { checksumKey: secret("CASSO_CHECKSUM_KEY", "casso") },
    lists: {
      sepay: { url: listUrl("SEPAY_API_URL", "https://my.sepay.vn", "/sandbox/sepay"), token: secret("SEPAY_API_TOKEN", "sepay list") },
      casso: { url: listUrl("CASSO_API_URL", "https://oauth.casso.vn", "/sandbox/casso"), key: secret("CASSO_API_KEY", "casso list") },
    },
    sealingKeys: sealingKey === null ? null : env.PAYMENT_ENCRYPTION_KEY_PREVIOUS ? [sealingKey, env.PAYMENT_ENCRYPTION_KEY_PREVIOUS] : [sealingKey],
  }
}
