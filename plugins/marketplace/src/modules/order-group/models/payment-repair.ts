import { model } from "@medusajs/framework/utils"

/**
 * Something the sweep found unfinished and took up: how often, and when it may next. What can't be mended thereby makes
 * room for what can. `id` is `<kind>:<id of the row>`; rows of what was mended are removed after a day.
 */
const PaymentRepair = model
  .define("payment_repair", {
    id: model.id().primaryKey(),
    tries: model.number(),
    next_try_at: model.dateTime(),
    /** What the last try said, when it failed. */
    problem: model.text().nullable(),
  })
  .indexes([{ on: ["next_try_at"] }])

export default PaymentRepair
