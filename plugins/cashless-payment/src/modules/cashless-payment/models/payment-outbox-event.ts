import { model } from "@medusajs/framework/utils"

/**
 * A fact to tell others, in Stripe's shape, written with the state change it tells of. `data` is what the object looked
 * like at that moment and never changes. Those that listeners in the process wait for are emitted until one of them
 * acknowledges; the others are born acknowledged and only read and delivered as webhooks.
 */
export const PaymentOutboxEvent = model
  .define("payment_outbox_event", {
    id: model.id({ prefix: "evt" }).primaryKey(),
    sequence: model.autoincrement(),
    type: model.text(),
    intent_id: model.text().nullable(),
    object_id: model.text().nullable(),
    data: model.json(),
    /** null: written before events had Stripe's shape; such a row is not shown by the API. */
    api_version: model.text().nullable(),
    /** The call of the Stripe-shaped API that caused it, if one did. */
    request_id: model.text().nullable(),
    request_idempotency_key: model.text().nullable(),
    emissions: model.number(),
    next_emission_at: model.dateTime(),
    acknowledged_at: model.dateTime().nullable(),
  })
  .indexes([
    // The pump walks this one in order: it holds what nobody acknowledged, however much has been told before.
    { name: "IDX_payment_outbox_event_unacknowledged", on: ["sequence"], where: "acknowledged_at IS NULL" },
    { on: ["intent_id"] },
    { on: ["sequence"] },
    { on: ["created_at"] },
  ])
