/** A merchant terminal at VNPay, and the secrets by which VNPay's word about it is known. */
export type VnpayTerminal = {
  tmnCode: string
  hashSecret: string
  /** What VNPay may still sign with while the secret is being changed; we never sign with it. */
  previousHashSecret: string | null
}

/** The terminal that payments are begun at, and those they were begun at before: VNPay settles with each what it took. */
export type VnpayTerminals = VnpayTerminal & { former: readonly VnpayTerminal[] }

const FORMER_TERMINALS = "VNPAY_FORMER_TERMINALS"
/** A code, the secret, and perhaps the one before it. VNPay's are letters and digits; none holds what parts them here. */
const FORMER_TERMINAL = /^([A-Za-z0-9]{1,20}):([^\s:,;]{8,200})(?::([^\s:,;]{8,200}))?$/

/** The terminal of that code; null: nobody told us its secret. */
export function findTerminal(terminals: VnpayTerminals, tmnCode: string): VnpayTerminal | null {
  return [terminals, ...terminals.former].find((terminal) => terminal.tmnCode === tmnCode) ?? null
}

export function terminalCodes(terminals: VnpayTerminals | null): string[] {
  return terminals ? [terminals, ...terminals.former].map(({ tmnCode }) => tmnCode) : []
}

/** Every secret VNPay may have signed with, for this terminal. */
export function hashSecrets({ hashSecret, previousHashSecret }: VnpayTerminal): string[] {
  return previousHashSecret ? [hashSecret, previousHashSecret] : [hashSecret]
}

/**
 * By which secrets a word about a terminal may be signed: its own. One terminal's secret proves nothing about another,
 * and about one nobody knows nothing is proven.
 */
export function secretsOfTerminal(terminals: VnpayTerminals): (tmnCode: string) => readonly string[] {
  return (tmnCode) => {
    const terminal = findTerminal(terminals, tmnCode)
    return terminal ? hashSecrets(terminal) : []
  }
}

/** CODE:SECRET, or CODE:SECRET:PREVIOUS, parted by commas. @throws Error that names the entry by its number: it holds secrets. */
export function readFormerTerminals(written: string | undefined, presentCode: string): VnpayTerminal[] {
  const entries = written?.trim() ? written.split(",").map((entry) => entry.trim()) : []
  const codes = new Set<string>()
  return entries.map((entry, index) => {
    const [, tmnCode, hashSecret, previousHashSecret = null] = FORMER_TERMINAL.exec(entry) ?? []
    if (!tmnCode || !hashSecret) {
      throw new Error(`${FORMER_TERMINALS} is a list of CODE:SECRET (or CODE:SECRET:PREVIOUS_SECRET) parted by commas; number ${index + 1} of it is not, or its secret is shorter than 8 characters.`)
    }
    if (tmnCode === presentCode) throw new Error(`${FORMER_TERMINALS} names ${tmnCode}, which is VNPAY_TMN_CODE itself: its earlier secret is VNPAY_HASH_SECRET_PREVIOUS.`)
    if (codes.has(tmnCode)) throw new Error(`${FORMER_TERMINALS} names ${tmnCode} twice: a terminal's earlier secret is written after its secret, as CODE:SECRET:PREVIOUS_SECRET.`)
    codes.add(tmnCode)
    return { tmnCode, hashSecret, previousHashSecret }
  })
}
