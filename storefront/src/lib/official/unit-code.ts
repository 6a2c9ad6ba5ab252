/** The code of a province (2 digits) or a commune (5); null for anything else in the address. */
export function unitCode(segment: string): string | null {
  return /^(\d{2}|\d{5})$/.test(segment) ? segment : null;
}
