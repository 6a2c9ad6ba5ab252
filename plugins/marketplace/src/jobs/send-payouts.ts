import type { MedusaContainer } from "@medusajs/framework/types"
import { sendPayouts } from "../workflows/send-payouts"

/** Payouts that go by payOS: sends what was approved and asks what became of it. */
export default async function sendPayoutsJob(container: MedusaContainer): Promise<void> {
  await sendPayouts(container)
}

export const config = { name: "send-payouts", schedule: { interval: 5_000 } }
