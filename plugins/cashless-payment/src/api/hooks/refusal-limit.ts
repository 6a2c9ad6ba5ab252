const WINDOW_MS = 60_000
const MOST_ADDRESSES = 10_000

/**
 * Counts refused notices per address and minute. A genuine notice is never counted, so nobody can shut VNPay or an
 * aggregator out by sending rubbish in its name; what is limited is the log and the answer's politeness.
 */
export class RefusalLimit {
  #since = 0
  readonly #counts = new Map<string, number>()

  constructor(private readonly perMinute: number) {}

  /** `told`: worth a line in the log. `quiet`: known already. `too_many`: over the limit. */
  note(address: string, now: number): "told" | "quiet" | "too_many" {
    if (now - this.#since >= WINDOW_MS || this.#counts.size >= MOST_ADDRESSES) {
      this.#counts.clear()
      this.#since = now
    }
    const count = (this.#counts.get(address) ?? 0) + 1
    this.#counts.set(address, count)
    if (count > this.perMinute) return count === this.perMinute + 1 ? "told" : "too_many"
    return count <= 3 ? "told" : "quiet"
  }
}
