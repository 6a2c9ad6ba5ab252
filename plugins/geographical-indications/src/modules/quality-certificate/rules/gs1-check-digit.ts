/**
 * The check digit of GS1's numbers (GTIN, GLN, and the GGN of GLOBALG.A.P., which is one): weights 3 and 1 from the right,
 * modulo 10 (GS1 General Specifications, section 7.9). Both weights are coprime to 10, so every single wrong digit is found.
 * @param body the digits before the check digit
 */
export function gs1CheckDigit(body: string): number {
  if (!/^\d+$/.test(body)) throw new RangeError(`"${body}" is not made of digits`)
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Whether the last digit is the check digit of those before it. */
export function hasGs1CheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && gs1CheckDigit(digits.slice(0, -1)) === Number(digits.at(-1))
}
