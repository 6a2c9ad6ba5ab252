import { model } from "@medusajs/framework/utils"

/** A one-time code that was sent. The code itself is never stored, only its keyed digest. */
const LoginCode = model
  .define("login_code", {
    id: model.id({ prefix: "lgc" }).primaryKey(),
    phone: model.text(),
    purpose: model.text(),
    code_digest: model.text(),
    address_digest: model.text().nullable(),
    attempts: model.number().default(0),
    expires_at: model.dateTime(),
    consumed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["phone", "purpose", "created_at"] }, { on: ["address_digest", "created_at"] }])

export default LoginCode
