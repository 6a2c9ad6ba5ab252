import { model } from "@medusajs/framework/utils"

/** A payout order the simulated payOS took. One per reference and per idempotency key, whatever is sent again. */
export const SandboxPayosPayout = model
  .define("sandbox_payos_payout", {
    id: model.id({ prefix: "sbxpo" }).primaryKey(),
    reference_id: model.text().unique(),
    idempotency_key: model.text().unique(),
    amount_vnd: model.number(),
    description: model.text(),
    to_bin: model.text(),
    to_account_number: model.text(),
    plan: model.text(),
    /** How often it was asked about: each time it is one step further. */
    asked: model.number().default(0),
  })
