import { setTimeout as sleep } from "node:timers/promises"

/** Long enough for what one request emits, short enough that nobody waits for it. */
const GATHER_MS = 25

/**
 * Works on what comes in a burst together: one run at a time; what comes meanwhile is its next round. Whoever started
 * the run gets all results, the others none, so each result is handed over once.
 */
export class Gatherer<Item, Result> {
  private waiting: Item[] = []
  private isRunning = false

  constructor(private readonly work: (items: Item[]) => Promise<Result[]>) {}

  /** @throws what `work` throws; the items of that round are then lost to this run, those that came meanwhile are not */
  async take(item: Item): Promise<Result[]> {
    this.waiting.push(item)
    if (this.isRunning) return []
    this.isRunning = true
    const results: Result[] = []
    try {
      while (this.waiting.length > 0) {
        await sleep(GATHER_MS)
        results.push(...(await this.work(this.waiting.splice(0))))
      }
      return results
    } finally {
      this.isRunning = false
    }
  }
}
