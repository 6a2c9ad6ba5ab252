import { model } from "@medusajs/framework/utils"

/**
 * The first answer to a POST that named an Idempotency-Key. Written in the transaction of its effect, so that there is
 * never an answer without the effect nor an effect without the answer; who works on a key holds an advisory lock, which
 * a crash gives back at once.
 */
export const IdempotencyKey = model
  .define("idempotency_key", {
    id: model.id({ prefix: "idk" }).primaryKey(),
    key: model.text(),
    method: model.text(),
    path: model.text(),
    request_hash: model.text(),
    status: model.number(),
    body: model.json(),
  })
  .indexes([{ on: ["key"], unique: true }, { on: ["created_at"] }])
