/** The digits of what somebody typed, without leading zeros. */
export function onlyDigits(typed: string): string {
  return typed.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
}

/** Typed with a hyphen, a minus sign or the dash some keyboards make of them. */
export const hasMinus = (typed: string) => /^\s*[-−–]/.test(typed);

/** As `onlyDigits`, but a minus in front stays, so that a wrong number is seen and refused, not silently made right. */
export function signedDigits(typed: string, most: number): string {
  return (hasMinus(typed) ? "-" : "") + onlyDigits(typed).slice(0, most);
}

/** An account number as banks print it: `0012 3456 78`. */
export function groupsOfFour(account: string): string {
  return account.replace(/(.{4})(?=.)/g, "$1 ");
}

/** `1250000` → `1.250.000`. */
export function groupDigits(digits: string, separator = "."): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}
