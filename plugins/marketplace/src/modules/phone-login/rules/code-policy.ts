/** The figures of a one-time code (OWASP ASVS 5.0, 6.5 and 6.6: short life, few attempts, one use). */
export const CODE_POLICY = {
  digits: 6,
  ttlSeconds: 5 * 60,
  maxAttempts: 5,
  resendAfterSeconds: 60,
  /** Only codes nobody used count: who proves to hold the phone is not held up. */
  unusedPerPhonePerHour: 5,
  /** Mobile carriers put a whole district behind one address, so this only stops machines. */
  unusedPerAddressPerHour: 100,
} as const

export type SentCode = { createdAt: Date; consumedAt: Date | null }

export type SendingDecision = { allowed: true } | { allowed: false; retryAfterSeconds: number }

/**
 * May another code go out now? `sentToPhone` are the codes of the last hour for this phone, in any order;
 * `unusedFromAddress` counts the unused ones requested from the same address in that hour.
 */
export function decideSending(sentToPhone: SentCode[], unusedFromAddress: number, now: Date): SendingDecision {
  const unused = sentToPhone.filter((code) => !code.consumedAt).map((code) => ageSeconds(code.createdAt, now))
  const youngest = Math.min(...unused)
  if (youngest < CODE_POLICY.resendAfterSeconds) return refuse(CODE_POLICY.resendAfterSeconds - youngest)
  if (unused.length >= CODE_POLICY.unusedPerPhonePerHour) return refuse(3600 - Math.max(...unused))
  if (unusedFromAddress >= CODE_POLICY.unusedPerAddressPerHour) return refuse(3600)
  return { allowed: true }
}

function refuse(seconds: number): SendingDecision {
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(seconds)) }
}

function ageSeconds(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000
}
