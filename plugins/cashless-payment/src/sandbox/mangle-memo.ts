/** What banks do to the memo a payer typed, as seen on statements. */
export const MANGLINGS = {
  vietcombank: (memo: string, { payer, account, serial }: Around) => `MBVCB.${serial}.${upper(memo)}.CT tu ${payer} toi ${account}`,
  plain: (memo: string) => memo,
  stripped: (memo: string, { payer }: Around) => `CT DEN:${payer} ${upper(memo)}`.replace(/[^A-Z0-9:]/gi, ""),
  lower: (memo: string) => memo.toLowerCase(),
  hyphened: (memo: string) => upper(memo).replace(/(.{4})(?=.)/g, "$1-"),
  prefixed: (memo: string, { serial }: Around) => `IBFT ${serial} ${upper(memo)}`,
  suffixed: (memo: string, { payer }: Around) => `${upper(memo)}-${payer}-chuyen tien qua NAPAS247`,
} as const satisfies Record<string, (memo: string, around: Around) => string>

export type Mangling = keyof typeof MANGLINGS
type Around = { payer: string; account: string; serial: number }

/** Capitals without punctuation. */
function upper(memo: string): string {
  return memo.toUpperCase().replace(/[^A-Z0-9 ]/g, " ").trim()
}
