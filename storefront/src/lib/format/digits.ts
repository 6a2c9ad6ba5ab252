/** The digits of what somebody typed, without leading zeros. */
export function onlyDigits(typed: string): string {
  return typed.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
}

/** An account number as banks print it: `0012 3456 78`. */
export function groupsOfFour(account: string): string {
  return account.replace(/(.{4})(?=.)/g, "$1 ");
}

/** `1250000` → `1.250.000`. */
export function groupDigits(digits: string, separator = "."): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}
