import { setTimeout as sleep } from "node:timers/promises"

/** Without a genuine notice for that long, the gateways are taken to be served. */
const GAP_MS = 25
/** Ten pieces a second, as many as the outbox tells then. */
const STEP_ASIDE_MS = 100

/** Whether gateways are waiting for our answers just now: what can wait lets them go first, but never for ever. */
export class NoticeTraffic {
  private lastNoticeAt = Number.NEGATIVE_INFINITY

  /** A genuine notice came. A forged one holds nobody up. */
  note(): void {
    this.lastNoticeAt = Date.now()
  }

  isBusy(): boolean {
    return Date.now() - this.lastNoticeAt < GAP_MS
  }

  /** At once, or after 100 ms: work of many equal pieces then comes one by one between the notices. */
  async stepAside(): Promise<void> {
    if (this.isBusy()) await sleep(STEP_ASIDE_MS)
  }
}
