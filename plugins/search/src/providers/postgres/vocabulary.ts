import type { SqlRunner } from "./sql-runner"

const maxAgeMs = 60_000

/**
 * The words an index knows and in how many documents each occurs. Read only when a search
 * found nothing, and kept a minute: folded Vietnamese has a few thousand syllables, but
 * counting them goes through the whole index. Guarantees: words written through this
 * process are known at once, others within the minute.
 */
export class Vocabulary {
  private readonly known = new Map<string, { words: ReadonlyMap<string, number>; readAt: number }>()

  constructor(private readonly runner: SqlRunner) {}

  async of(index: string): Promise<ReadonlyMap<string, number>> {
    const cached = this.known.get(index)
    if (cached && Date.now() - cached.readAt < maxAgeMs) return cached.words
    // ts_stat takes its query as text, so the name is quoted by Postgres itself.
    const rows = await this.runner.execute<{ word: string; ndoc: number }>(
      "select word, ndoc from ts_stat(format('select folded from folded_document where index_name = %L', ?::text))",
      [index],
    )
    const words = new Map(rows.map(({ word, ndoc }) => [word, Number(ndoc)]))
    this.known.set(index, { words, readAt: Date.now() })
    return words
  }

  forget(index: string): void {
    this.known.delete(index)
  }
}
