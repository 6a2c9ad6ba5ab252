/** Account numbers are written with blanks and dots here and there; leading zeros are part of them. */
export function bareAccountNumber(accountNumber: string): string {
  return accountNumber.replace(/[^A-Za-z0-9]/g, "").toUpperCase()
}

export type NamedAccount = { accountNumber: string | null; /** Null: nobody told which bank. */ bin: string | null }

/** One number at two banks is two accounts; where a bank is not known the number alone has to do. */
export function sameAccount(one: NamedAccount, other: NamedAccount): boolean {
  if (!one.accountNumber || !other.accountNumber || bareAccountNumber(one.accountNumber) !== bareAccountNumber(other.accountNumber)) return false
  return !one.bin || !other.bin || one.bin === other.bin
}
