import type { Logger } from "@medusajs/framework/types"
import { PaymentError } from "../errors"
import { CONFIGURED_ENDPOINT_ID, writeConfiguredEndpoint } from "../operations/configured-endpoint"
import { EndpointSecrets } from "../operations/endpoint-secrets"
import { findEvent, listEvents, pruneEvents, type EventFilter, type PaymentEventView } from "../operations/list-events"
import { countPlainSecrets, resealSecrets } from "../operations/reseal-secrets"
import type { Sql } from "../operations/sql"
import { findDelivery, listDeliveries, retryEvent, type DeliveryView } from "../operations/webhook-deliveries"
import { createEndpoint, deleteEndpoint, findEndpoint, listEndpoints, rotateSecret, updateEndpoint, type EndpointChange, type EndpointPage, type NewEndpoint, type WebhookEndpointView } from "../operations/webhook-endpoints"
import { ROTATION_HOURS } from "../rules/webhook-schedule"
import type { PaymentSettings } from "../settings"
import { WebhookCourier } from "./webhook-courier"

type Transaction = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

/** Events, who wants to hear them, and their way there. */
export class PaymentWebhooks {
  private readonly courier: WebhookCourier
  private readonly secrets: EndpointSecrets

  constructor(
    private readonly inTransaction: Transaction,
    private readonly settings: Pick<PaymentSettings, "bank" | "webhook" | "sandbox">,
    private readonly logger: Logger | undefined,
  ) {
    this.secrets = new EndpointSecrets(settings)
    this.courier = new WebhookCourier(inTransaction, this.secrets, settings.sandbox, logger)
  }

  /** At the start of the application: the endpoint of the settings is there before the first event is. */
  async open(): Promise<void> {
    await this.inTransaction((sql) => writeConfiguredEndpoint(sql, this.settings.webhook))
    await this.sealAnew()
  }

  private async sealAnew(): Promise<void> {
    const keys = this.settings.bank.sealingKeys
    if (!keys) {
      const plain = await this.inTransaction(countPlainSecrets)
      if (plain > 0) this.logger?.warn(`${plain} secrets of webhook endpoints lie unsealed in the database. Set PAYMENT_ENCRYPTION_KEY and start again.`)
      return
    }
    const { resealed, lost } = await this.inTransaction((sql) => resealSecrets(sql, keys))
    if (resealed > 0) this.logger?.info(`${resealed} secrets were sealed under the current PAYMENT_ENCRYPTION_KEY.`)
    if (lost > 0) this.logger?.error(`${lost} secrets were sealed under another PAYMENT_ENCRYPTION_KEY and do not open. Set it as PAYMENT_ENCRYPTION_KEY_PREVIOUS, or renew them.`)
  }

  listEvents = (filter: EventFilter): Promise<{ events: PaymentEventView[]; hasMore: boolean }> => this.inTransaction((sql) => listEvents(sql, filter))
  findEvent = (id: string): Promise<PaymentEventView | null> => this.inTransaction((sql) => findEvent(sql, id))

  createEndpoint = (input: NewEndpoint): Promise<{ endpoint: WebhookEndpointView; secret: string }> => this.inTransaction((sql) => createEndpoint(sql, this.secrets, input))
  findEndpoint = (id: string): Promise<WebhookEndpointView | null> => this.inTransaction((sql) => findEndpoint(sql, id))
  listEndpoints = (page: EndpointPage): Promise<{ endpoints: WebhookEndpointView[]; hasMore: boolean }> => this.inTransaction((sql) => listEndpoints(sql, page))
  deleteEndpoint = (id: string): Promise<boolean> => this.inTransaction((sql) => deleteEndpoint(sql, id))

  async updateEndpoint(id: string, change: EndpointChange): Promise<WebhookEndpointView | null> {
    const endpoint = await this.inTransaction((sql) => updateEndpoint(sql, id, change))
    this.courier.soon()
    return endpoint
  }

  /** The new secret, told this once. The old one signs beside it for up to 24 hours. */
  async rotateSecret(id: string, oldValidHours = ROTATION_HOURS, now = new Date()): Promise<string> {
    if (id === CONFIGURED_ENDPOINT_ID) throw new PaymentError("webhook_endpoint_of_settings")
    if (!(oldValidHours >= 0 && oldValidHours <= ROTATION_HOURS)) throw new PaymentError("invalid_data")
    const secret = await this.inTransaction((sql) => rotateSecret(sql, this.secrets, id, new Date(now.getTime() + oldValidHours * 3_600_000)))
    if (!secret) throw new PaymentError("webhook_endpoint_not_found")
    return secret
  }

  listDeliveries = (filter: Parameters<typeof listDeliveries>[1]): Promise<{ deliveries: DeliveryView[]; count: number }> => this.inTransaction((sql) => listDeliveries(sql, filter))

  /** Sends an event once more, to one endpoint or to all it was for. Returns to how many. */
  async retryEvent(eventId: string, endpointId: string | null = null): Promise<number> {
    const count = await this.inTransaction((sql) => retryEvent(sql, eventId, endpointId, new Date()))
    this.courier.soon()
    return count
  }

  /** The same by the delivery's own id. */
  async retryDelivery(id: string): Promise<void> {
    const delivery = await this.inTransaction((sql) => findDelivery(sql, id))
    if (!delivery) throw new PaymentError("event_not_found")
    if ((await this.retryEvent(delivery.eventId, delivery.endpointId)) === 0) throw new PaymentError("webhook_not_sent")
  }

  /** To be called after a commit that may have written events. */
  deliverSoon(): void {
    this.courier.soon()
  }

  /** Sends what is due and resolves when all of it was tried: how many attempts that was. */
  deliverDue(now?: Date): Promise<number> {
    return this.courier.deliverDue(now)
  }

  /** Deletes what is older than 30 days and done with. Returns how many events. */
  async prune(now = new Date()): Promise<number> {
    let pruned = 0
    for (;;) {
      const count = await this.inTransaction((sql) => pruneEvents(sql, now))
      if (count === 0) return pruned
      pruned += count
    }
  }
}
