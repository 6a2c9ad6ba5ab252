/**
 * A Vietnamese mobile number as people write it ("0912 345 678", "+84 912.345.678", "84-912-345-678")
 * in E.164 ("+84912345678"), or null when it is none.
 * Mobile ranges 03, 05, 07, 08, 09 of the numbering plan in force since 15/09/2018 (Circular 22/2014/TT-BTTTT, amended):
 * only they can receive a code.
 */
export function normalisePhone(written: string): string | null {
  const compact = written.normalize("NFKC").replace(/[\s.\-()·]/g, "")
  const national = /^(?:\+84|0084|84|0)0?([35789]\d{8})$/.exec(compact)?.[1]
  return national ? `+84${national}` : null
}

/** "+84912345678" as people read it: "0912 345 678". */
export function readablePhone(e164: string): string {
  return e164.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, "0$1 $2 $3")
}
