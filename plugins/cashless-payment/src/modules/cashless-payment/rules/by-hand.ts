import type { AwaitingIntent } from "./bank-notice"

export type ByHandFacts = {
  rail: string
  intent: AwaitingIntent | null
  amountVnd: number
  /** An aggregator watches the account and was heard lately. */
  bankTells: boolean
  /** The bank's reference is one we know: of money that waits at the desk, or of money that has counted. */
  sameTransfer: "waiting" | "counted" | null
  /** The same word was taken before. */
  saidBefore: boolean
}

export type ByHandOutcome =
  | { kind: "recorded" }
  | { kind: "wrong_rail" | "bank_tells" | "closed" | "already_paid" | "already_counted" }
  | { kind: "under" | "over"; missingVnd: number }

/**
 * Whether a payee's word counts. Only the exact missing amount does: what is under or over is said back, for a person
 * who mistypes must not pay an order, and a part payment is not worth sending goods for.
 */
export function decideByHand({ rail, intent, amountVnd, bankTells, sameTransfer, saidBefore }: ByHandFacts): ByHandOutcome {
  if (rail !== "vietqr" || !intent) return { kind: "wrong_rail" }
  if (saidBefore && intent.status === "succeeded") return { kind: "recorded" }
  if (intent.status === "succeeded") return { kind: "already_paid" }
  if (intent.status === "canceled") return { kind: "closed" }
  if (bankTells) return { kind: "bank_tells" }
  if (sameTransfer === "counted") return { kind: "already_counted" }
  const missingVnd = intent.amountVnd - intent.amountReceivedVnd
  if (amountVnd < missingVnd) return { kind: "under", missingVnd }
  if (amountVnd > missingVnd) return { kind: "over", missingVnd }
  return { kind: "recorded" }
}
