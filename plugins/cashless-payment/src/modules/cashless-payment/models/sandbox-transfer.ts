import { model } from "@medusajs/framework/utils"

/** A transfer at the simulated bank, so that its list can be asked. Only written with SANDBOX=true. */
export const SandboxTransfer = model
  .define("sandbox_transfer", {
    id: model.id({ prefix: "sbt" }).primaryKey(),
    notice_number: model.bigNumber(),
    account_number: model.text(),
    payer_account_number: model.text(),
    payer_name: model.text(),
    amount_vnd: model.bigNumber(),
    memo: model.text(),
    reference_code: model.text(),
    booked_at: model.dateTime(),
    /** Which aggregators list it. */
    listed_by: model.array(),
  })
  .indexes([{ on: ["booked_at"] }])
