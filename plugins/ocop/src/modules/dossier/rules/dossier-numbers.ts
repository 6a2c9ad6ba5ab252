/**
 * The number of a receipt, `…-…/PĐK-(province)-(commune)-(year)` (Form 01 of 26/2026/QĐ-TTg). The form prints two blanks
 * and doesn't say for what; we write the serial and the product set (our reading).
 */
export function receiptNumber(input: { serial: number; setNo: number; provinceCode: string; communeCode: string; year: number }): string {
  const two = (value: number) => String(value).padStart(2, "0")
  return `${two(input.serial)}-${two(input.setNo)}/PĐK-${input.provinceCode}-${input.communeCode}-${input.year}`
}

/** The product code `(T)-(X)-(STT)-20yy`: province, commune, the commune's serial, year of the rating (Annex III). */
export function productCode(input: { provinceCode: string; communeCode: string; serial: number; year: number }): string {
  return `${input.provinceCode}-${input.communeCode}-${input.serial}-${input.year}`
}

/** The highest serial a commune has given so far, by the codes of the register; 0 for none. */
export function highestSerial(codes: readonly (string | null)[], provinceCode: string, communeCode: string): number {
  const serials = codes.flatMap((code) => {
    const match = code === null ? null : /^(\d{2})-(\d{5})-(\d{1,5})-20\d{2}$/.exec(code)
    return match && match[1] === provinceCode && match[2] === communeCode ? [Number(match[3])] : []
  })
  return Math.max(0, ...serials)
}
