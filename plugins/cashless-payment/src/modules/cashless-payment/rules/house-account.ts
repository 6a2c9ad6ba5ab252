import { namesAccount, type NamedAccount } from "./account-number"

/** Money as it was told. `numbers`: the account it came to and, where the aggregator uses them, the virtual one. */
export type ToldMoney = { /** `house`, or the payee's connection that told it. */ channel: string; numbers: (string | null)[]; bin: string | null }

/**
 * Whether money lies on the house's own account: told by the house's own connection, because a payee's word about it is
 * none, and of an account that no payee has as well, because what came there may be the payee's, and is then in no books.
 */
export function liesOnHouseAccount({ channel, numbers, bin }: ToldMoney, house: NamedAccount | null, payees: NamedAccount[]): boolean {
  if (channel !== "house" || !house) return false
  const names = (account: NamedAccount) => numbers.some((accountNumber) => namesAccount({ accountNumber, bin }, account))
  return names(house) && !payees.some(names)
}
