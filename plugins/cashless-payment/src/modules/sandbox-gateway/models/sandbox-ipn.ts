import { model } from "@medusajs/framework/utils"

/** A notice the simulated VNPay still has to deliver, or has delivered. */
export const SandboxIpn = model
  .define("sandbox_vnpay_ipn", {
    id: model.id({ prefix: "sbxipn" }).primaryKey(),
    url: model.text(),
    query: model.text(),
    calls: model.number().default(0),
    next_call_at: model.dateTime().nullable(),
    last_answer: model.text().nullable(),
  })
  .indexes([{ on: ["next_call_at"], where: "next_call_at IS NOT NULL" }])
