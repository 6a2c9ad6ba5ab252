import { namesBank } from "./banks"

/** Account numbers are written with blanks and dots here and there; leading zeros are part of them. */
export function bareAccountNumber(accountNumber: string): string {
  return accountNumber.replace(/[^A-Za-z0-9]/g, "").toUpperCase()
}

export type NamedAccount = { accountNumber: string | null; /** Null: nobody told which bank. */ bin: string | null }

/** One number at two banks is two accounts; where a bank is not known the number alone has to do. */
export function sameAccount(one: NamedAccount, other: NamedAccount): boolean {
  return sameNumber(one, other) && (!one.bin || !other.bin || one.bin === other.bin)
}

/** Whether what an aggregator tells of is this account: it may call a digital bank by the bank under whose roof it is. */
export function namesAccount(told: NamedAccount, account: NamedAccount): boolean {
  return sameNumber(told, account) && (!told.bin || !account.bin || namesBank(told.bin, account.bin))
}

function sameNumber(one: NamedAccount, other: NamedAccount): boolean {
  return Boolean(one.accountNumber && other.accountNumber) && bareAccountNumber(one.accountNumber!) === bareAccountNumber(other.accountNumber!)
}
