/** Weakest first. */
export const PAYMENT_WORDS = ["hand", "payee_connection", "bank"] as const
export type PaymentWord = (typeof PAYMENT_WORDS)[number]

/** One transfer that counted: who told of it, and through whose connection the bank confirmed it later (null: it did not). */
export type ToldTransfer = { provider: string; channel: string; confirmedByChannel: string | null }

/**
 * Whose word it is that a payment came at all. Only what a provider told the operator's own account is the bank's; a
 * payee knows the secret of their own connection, so that is the payee's word, and so is "money received". Several
 * transfers are worth what the weakest is, and none at all is nobody's word.
 */
export function paymentWord(transfers: ToldTransfer[]): PaymentWord {
  const words = transfers.map(wordOf)
  return PAYMENT_WORDS.find((word) => words.includes(word)) ?? "hand"
}

function wordOf({ provider, channel, confirmedByChannel }: ToldTransfer): PaymentWord {
  if (provider === "manual") return confirmedByChannel === null ? "hand" : ofChannel(confirmedByChannel)
  return ofChannel(channel)
}

const ofChannel = (channel: string): PaymentWord => (channel === "house" ? "bank" : "payee_connection")
