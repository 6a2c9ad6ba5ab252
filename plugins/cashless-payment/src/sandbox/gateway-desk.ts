import type { MedusaRequest } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { SANDBOX_GATEWAY_MODULE } from "../modules/sandbox-gateway"
import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"
import { decide, resultQuery, type GatewayOutcome, type PayOrder, type Terminal } from "./gateway"
import { tell, type IpnPlan } from "./ipn-caller"
import { ownAddress } from "./own-address"

export type SandboxPaymentRow = Awaited<ReturnType<SandboxGatewayService["listSandboxPayments"]>>[number]

export function gatewayOf(req: MedusaRequest): SandboxGatewayService {
  return req.scope.resolve<SandboxGatewayService>(SANDBOX_GATEWAY_MODULE)
}

export function terminalOf(req: MedusaRequest): Terminal {
  const { vnpay } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings
  if (!vnpay) throw new Error("the sandbox always has a VNPay terminal")
  return vnpay
}

/** The gateway's record of a request; seen again, it is the same one. */
export async function openPayment(req: MedusaRequest, { txnRef, orderInfo, params }: PayOrder): Promise<SandboxPaymentRow> {
  const gateway = gatewayOf(req)
  const key = { tmn_code: terminalOf(req).tmnCode, txn_ref: txnRef }
  const [known] = await gateway.listSandboxPayments(key, { take: 1 })
  if (known) return known
  return gateway.createSandboxPayments({
    ...key,
    amount: params.vnp_Amount ?? "",
    order_info: orderInfo,
    create_date: params.vnp_CreateDate ?? "",
    bank_code: params.vnp_BankCode ?? "",
    ipn_url: `${ownAddress(req)}/hooks/vnpay/ipn`,
  })
}

/** Decides a payment and tells the merchant as planned; returns the signed result for the buyer's browser. */
export async function decidePayment(req: MedusaRequest, payment: SandboxPaymentRow, outcome: GatewayOutcome, plan: IpnPlan): Promise<string> {
  const gateway = gatewayOf(req)
  const terminal = terminalOf(req)
  const now = new Date()
  const result = decide(outcome, payment.bank_code, payment.transaction_no, now)
  await gateway.updateSandboxPayments({ id: payment.id, ...result })
  const query = resultQuery(payment, result, terminal)
  const earlierFailure = resultQuery(payment, decide("wrong_otp", payment.bank_code, null, now), terminal)
  await tell(gateway, plan, payment.ipn_url, query, earlierFailure)
  return query
}
