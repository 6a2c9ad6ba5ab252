import { model } from "@medusajs/framework/utils"

/**
 * A payee's own account with an aggregator, told to us at an address of its own. Who the payee is, is the caller's
 * business (`owner_reference`). Secrets are sealed and never shown again.
 */
export const PayeeWebhook = model
  .define("payee_webhook", {
    id: model.id({ prefix: "pwh" }).primaryKey(),
    owner_reference: model.text(),
    provider: model.enum(["sepay", "payos", "casso"]),
    bank_bin: model.text(),
    account_number: model.text(),
    /** The unguessable end of the address: /hooks/<provider>/<token>. */
    token: model.text(),
    secret_sealed: model.text(),
    /** The secret before, good until `previous_until`: a change of secret loses no notice. */
    previous_sealed: model.text().nullable(),
    previous_until: model.dateTime().nullable(),
    /** Key of the aggregator's list of transactions; without it what a webhook loses stays lost. */
    list_key_sealed: model.text().nullable(),
    last_notice_at: model.dateTime().nullable(),
    last_refusal_at: model.dateTime().nullable(),
    last_refusal_reason: model.text().nullable(),
    last_listed_at: model.dateTime().nullable(),
    list_problem: model.text().nullable(),
    disconnected_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["token"], unique: true },
    { on: ["owner_reference"], unique: true, where: "disconnected_at IS NULL" },
  ])
