import { model } from "@medusajs/framework/utils"

/** One event on its way to one endpoint: written with the event, tried until the endpoint answers 2xx or three days are over. */
export const WebhookDelivery = model
  .define("webhook_delivery", {
    id: model.id({ prefix: "whd" }).primaryKey(),
    event_id: model.text(),
    event_sequence: model.number(),
    /** What the event is about (the intent, where there is one): deliveries of one subject go out in order. */
    subject: model.text(),
    endpoint_id: model.text(),
    status: model.enum(["pending", "succeeded", "failed"]),
    attempts: model.number(),
    next_attempt_at: model.dateTime(),
    /** Until then a courier is at it; a crashed one's delivery is taken up again afterwards. */
    leased_until: model.dateTime().nullable(),
    last_attempt_at: model.dateTime().nullable(),
    response_status: model.number().nullable(),
    error: model.text().nullable(),
  })
  .indexes([
    { on: ["event_id", "endpoint_id"], unique: true },
    { on: ["endpoint_id", "next_attempt_at"], where: "status = 'pending'" },
    { on: ["endpoint_id", "subject", "event_sequence"], where: "status = 'pending'" },
    { on: ["endpoint_id", "event_sequence"] },
  ])
