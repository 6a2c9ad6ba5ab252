import { model } from "@medusajs/framework/utils"

/** A fact to tell others, written with the state change it tells of, emitted until somebody acknowledges it. */
export const PaymentOutboxEvent = model
  .define("payment_outbox_event", {
    id: model.id({ prefix: "evt" }).primaryKey(),
    sequence: model.autoincrement(),
    type: model.text(),
    intent_id: model.text(),
    /** The refund that `refund.…` events tell of. */
    refund_id: model.text().nullable(),
    data: model.json(),
    emissions: model.number(),
    next_emission_at: model.dateTime(),
    acknowledged_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["next_emission_at"], where: "acknowledged_at IS NULL" },
    { on: ["intent_id"] },
  ])
