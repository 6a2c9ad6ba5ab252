import { setTimeout as sleep } from "node:timers/promises"

/**
 * Small enough that a burst of payments, each with all that listeners do, never keeps those who still pay waiting: what
 * was told in a gap between notices is still being worked on when the next ones come. Ten were a standstill of 200 to
 * 300 ms in one run of four of `npm run bench -- ipn`.
 */
const BATCH = 4
/**
 * Listeners of this process are waited for that long before more is put on them. Those of another process are not seen
 * from here (a server beside its workers): ten a second then.
 */
const PATIENCE_MS = 400
const LOOK_MS = 5
/** While gateways wait for answers: ten a second at most, in the smallest portions that don't cost a look of their own each. */
const BUSY_BATCH = 2
const BUSY_PATIENCE_MS = 200

type Cradle = {
  /** Claims and emits at most so many due events; resolves to their ids. */
  emit: (limit: number) => Promise<string[]>
  onError: (error: Error) => void
  /** Gateways are waiting for answers just now: they come first, for as long as BUSY_PATIENCE_MS. */
  isBusy?: () => boolean
}

/**
 * Tells the outbox's events soon after they were written: one run at a time, a batch only when the one before it was
 * dealt with. A hundred deadlines that end in one second would otherwise be a hundred cancellations at once, which wait
 * for each other's locks until they give up. What fails is left to the job that asks every few seconds.
 */
export class OutboxPump {
  private running: Promise<void> | null = null
  private asked = false
  private readonly open = new Set<string>()

  constructor(private readonly cradle: Cradle) {}

  /** Resolves when everything that was due when it was asked has been emitted. */
  run(): Promise<void> {
    this.asked = true
    this.running ??= this.drain()
    return this.running
  }

  /** An event was dealt with. */
  done(eventId: string): void {
    this.open.delete(eventId)
  }

  private async drain(): Promise<void> {
    // Never over before it is assigned.
    await Promise.resolve()
    try {
      while (this.asked) {
        this.asked = false
        while (await this.nextBatch());
      }
    } catch (error) {
      this.cradle.onError(error as Error)
    } finally {
      // In the same breath as the last look at `asked`: whoever asks after that starts a run of its own.
      this.running = null
    }
  }

  /** Whether it was a full one, so that more may be due. */
  private async nextBatch(): Promise<boolean> {
    const askedAt = Date.now()
    const isBusy = () => this.cradle.isBusy?.() === true && Date.now() - askedAt < BUSY_PATIENCE_MS
    while (isBusy() || (this.open.size >= BATCH && Date.now() - askedAt < PATIENCE_MS)) await sleep(LOOK_MS)
    if (this.open.size >= BATCH) this.open.clear()
    const limit = this.cradle.isBusy?.() ? BUSY_BATCH : BATCH
    const ids = await this.cradle.emit(limit)
    for (const id of ids) this.open.add(id)
    return ids.length === limit
  }
}
