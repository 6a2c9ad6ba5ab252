import { model } from "@medusajs/framework/utils"
import { PAYOS_PLANS } from "../rules/payos-plans"

/** What the simulated payOS does with money for an account, as a tester ordered; without a row it pays. */
export const SandboxPayosPlan = model.define("sandbox_payos_plan", {
  id: model.id({ prefix: "sbxpp" }).primaryKey(),
  account_number: model.text().unique(),
  plan: model.enum([...PAYOS_PLANS]),
})
