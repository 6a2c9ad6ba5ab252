/** Account numbers are written with blanks and dots here and there; leading zeros are part of them. */
export function bareAccountNumber(accountNumber: string): string {
  return accountNumber.replace(/[^A-Za-z0-9]/g, "").toUpperCase()
}
