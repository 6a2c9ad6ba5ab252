import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import { toStripeEvent } from "../../../stripe/event"
import type { EndpointSecrets } from "../operations/endpoint-secrets"
import type { Sql } from "../operations/sql"
import { claimDeliveries, endpointsWithDue, recordDelivery, type DeliveryResult, type DueDelivery } from "../operations/webhook-deliveries"
import { webhookSignature } from "../rules/webhook-signature"
import { postWebhook } from "./post-webhook"

type Transaction = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

/** Between two looks: under a stream of payments one look finds what several would. */
const PAUSE_MS = 100

/** How many deliveries are under way to one endpoint at once. Endpoints do not wait for each other. */
const AT_ONCE = 5

/** Whoever receives it could not tell it from a forged one, so it is not sent. */
const UNSIGNED: DeliveryResult = { responseStatus: null, error: "not sent: the endpoint's secret does not open under PAYMENT_ENCRYPTION_KEY" }

/**
 * Takes due deliveries out. What is claimed is leased: when this process dies under way, another takes it up again,
 * so a webhook comes at least once. No transaction is open while an endpoint is being waited for.
 */
export class WebhookCourier {
  private readonly rounds = new Map<string, Promise<number>>()
  private readonly waiting = new Map<string, Promise<number>>()
  private looking: Promise<void> | null = null
  private lookAgain = false

  constructor(
    private readonly inTransaction: Transaction,
    private readonly endpointSecrets: EndpointSecrets,
    private readonly sandbox: boolean,
    private readonly logger: Logger | undefined,
  ) {}

  /** After a commit. Many calls at once are one look. */
  soon(): void {
    this.lookAgain = true
    this.looking ??= this.look()
      .catch((error: Error) => this.logger?.error(`Webhooks were not sent: ${error.message}`))
      .finally(() => {
        this.looking = null
      })
  }

  private async look(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false
      for (const id of await this.inTransaction((sql) => endpointsWithDue(sql, new Date()))) void this.round(id)
      if (this.lookAgain) await sleep(PAUSE_MS)
    }
  }

  /** Sends everything that is due at `now` and resolves with how many attempts that took. */
  async deliverDue(now?: Date): Promise<number> {
    const ids = await this.inTransaction((sql) => endpointsWithDue(sql, now ?? new Date()))
    const counts = await Promise.all(ids.map((id) => this.round(id, now)))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /**
   * One round per endpoint and process at a time. One that is under way may have looked before the newest event was
   * there, so another follows it; those who ask meanwhile share that one.
   */
  private round(endpointId: string, now?: Date): Promise<number> {
    const running = this.rounds.get(endpointId)
    if (!running) return this.start(endpointId, now)
    const waiting = this.waiting.get(endpointId)
    if (waiting && now === undefined) return waiting
    const next = running.then(() => {
      this.waiting.delete(endpointId)
      return this.round(endpointId, now)
    })
    if (now === undefined) this.waiting.set(endpointId, next)
    return next
  }

  private start(endpointId: string, now?: Date): Promise<number> {
    const round = this.empty(endpointId, now)
      .catch((error: Error) => {
        this.logger?.error(`Webhooks to ${endpointId} were not sent: ${error.message}`)
        return 0
      })
      .finally(() => this.rounds.delete(endpointId))
    this.rounds.set(endpointId, round)
    return round
  }

  private async empty(endpointId: string, now?: Date): Promise<number> {
    let sent = 0
    for (;;) {
      const claimed = await this.inTransaction((sql) => claimDeliveries(sql, this.endpointSecrets, endpointId, AT_ONCE, now ?? new Date()))
      if (claimed.length === 0) return sent
      await Promise.all(claimed.map((delivery) => this.send(delivery, now)))
      sent += claimed.length
    }
  }

  private async send({ id, url, secrets, apiVersion, event }: DueDelivery, now?: Date): Promise<void> {
    const body = JSON.stringify(toStripeEvent(event, !this.sandbox, apiVersion), null, 2)
    // Signed anew for each attempt, by the real clock: the receiver judges its age.
    const result = secrets.length === 0 ? UNSIGNED : await postWebhook(url, body, webhookSignature(secrets, body, Math.floor(Date.now() / 1000)), this.sandbox)
    const { disabledEndpoint } = await this.inTransaction((sql) => recordDelivery(sql, id, result, now ?? new Date()))
    if (disabledEndpoint) this.logger?.error(`Webhook endpoint ${disabledEndpoint} failed for days and is disabled: ${result.error}`)
  }
}
