import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { SANDBOX_GATEWAY_MODULE } from "../modules/sandbox-gateway"
import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"
import { callDueIpns } from "../sandbox/ipn-caller"

/** The simulated VNPay's patience: notices that were not confirmed are called again. Idle without the sandbox. */
export default async function callSandboxIpns(container: MedusaContainer): Promise<void> {
  if (!container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings.sandbox) return
  await callDueIpns(container.resolve<SandboxGatewayService>(SANDBOX_GATEWAY_MODULE), new Date())
}

export const config = { name: "call-sandbox-ipns", schedule: { interval: 1_000 } }
