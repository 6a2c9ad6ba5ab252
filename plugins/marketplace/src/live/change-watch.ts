/** What a watched thing looks like now, in a few bytes; a thing that is gone is missing. */
export type ReadStamps = (ids: string[]) => Promise<Map<string, string>>

export type Told = "ready" | "changed"
type Watcher = { tell: (what: Told) => void; ready: boolean }

/**
 * Tells many open pages that "their" row changed, at the price of one query per beat, however many pages are open.
 * A query and not LISTEN/NOTIFY: it is the same with one server or several, survives a lost connection without any
 * code, and NOTIFY would serialize the commits of all payment notices.
 *
 * Beats only while somebody watches; beats never overlap; a failed reading is tried again at the next beat.
 */
export class ChangeWatch {
  private readonly watchers = new Map<string, Set<Watcher>>()
  private readonly stamps = new Map<string, string>()
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly readStamps: ReadStamps,
    private readonly beatMilliseconds = 1_000,
  ) {}

  /** How many pages are open. */
  get size(): number {
    let count = 0
    for (const watchers of this.watchers.values()) count += watchers.size
    return count
  }

  watchersOf(id: string): number {
    return this.watchers.get(id)?.size ?? 0
  }

  /**
   * Tells "ready" after the first beat, then "changed" after each at which `id` looks different than at the one before.
   * Who reads the thing anew when told "ready" misses nothing: what happened before is in that reading.
   * Returns how to stop.
   */
  watch(id: string, tell: (what: Told) => void): () => void {
    const watcher: Watcher = { tell, ready: false }
    const watchers = this.watchers.get(id) ?? new Set()
    watchers.add(watcher)
    this.watchers.set(id, watchers)
    this.schedule()
    return () => {
      watchers.delete(watcher)
      if (watchers.size > 0 || this.watchers.get(id) !== watchers) return
      this.watchers.delete(id)
      this.stamps.delete(id)
    }
  }

  private schedule(): void {
    if (this.timer || this.watchers.size === 0) return
    this.timer = setTimeout(() => void this.beat(), this.beatMilliseconds)
    // An open page must not keep a server from closing.
    this.timer.unref()
  }

  private async beat(): Promise<void> {
    const ids = [...this.watchers.keys()]
    const stamps = ids.length > 0 ? await this.readStamps(ids).catch(() => null) : null
    if (stamps) for (const id of ids) this.compare(id, stamps.get(id) ?? "")
    this.timer = null
    this.schedule()
  }

  private compare(id: string, stamp: string): void {
    const watchers = this.watchers.get(id)
    if (!watchers) return
    const changed = this.stamps.has(id) && this.stamps.get(id) !== stamp
    this.stamps.set(id, stamp)
    for (const watcher of [...watchers]) {
      if (watcher.ready && changed) watcher.tell("changed")
      if (!watcher.ready) watcher.tell("ready")
      watcher.ready = true
    }
  }
}
