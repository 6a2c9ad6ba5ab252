import { namesAccount, type NamedAccount } from "./account-number"

/** On whose account money of the desk lies: the house's own (or VNPay holds it for the house), or that of the payee it is assigned to. */
export type LiesWith = "house" | "payee"

export type MoneyToAssign = {
  provider: string
  /** `house`, or the payee's connection that told it. */
  channel: string
  account: NamedAccount
  payee: NamedAccount
  /** As it was decided when it was taken (rules/house-account). */
  isOnHouseAccount: boolean
  /** Some payee is known to have the account that was told, or to have had it. */
  isSomePayees: boolean
  /** What the person who assigns it says; null: nothing. */
  said: LiesWith | null
}

/**
 * Where money lies that a person assigns to a payment. Came to the payee's account it is the payee's, and to the one
 * account of the settings the house's, whatever is said: what the books have as lying there must not be called another's.
 * Of any other account the person says it, because it may be a virtual one of the payee's; but the house has only what a
 * provider told the house's own connection about an account that no payee has or had: a payee could have the house pay out
 * money that never came.
 */
export function liesWith({ provider, channel, account, payee, isOnHouseAccount, isSomePayees, said }: MoneyToAssign): LiesWith | "say_where" | "not_with_house" {
  if (provider === "vnpay") return "house"
  if (namesAccount(account, payee)) return "payee"
  if (isOnHouseAccount) return "house"
  if (said === "house" && (channel !== "house" || isSomePayees)) return "not_with_house"
  return said ?? "say_where"
}
