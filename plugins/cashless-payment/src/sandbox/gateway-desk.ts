import type { MedusaRequest } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { SANDBOX_GATEWAY_MODULE } from "../modules/sandbox-gateway"
import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"
import { findTerminal, type VnpayTerminals } from "../modules/cashless-payment/vnpay-terminals"
import { decide, resultQuery, type FindTerminal, type GatewayOutcome, type PayOrder, type Terminal } from "./gateway"
import { tell, type IpnPlan } from "./ipn-caller"
import { ownAddress } from "./own-address"

export type SandboxPaymentRow = Awaited<ReturnType<SandboxGatewayService["listSandboxPayments"]>>[number]

export function gatewayOf(req: MedusaRequest): SandboxGatewayService {
  return req.scope.resolve<SandboxGatewayService>(SANDBOX_GATEWAY_MODULE)
}

/** The terminals of the settings, which are all that the simulated gateway knows. */
function terminalsOf(req: MedusaRequest): VnpayTerminals {
  const { vnpay } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings
  if (!vnpay) throw new Error("the sandbox always has a VNPay terminal")
  return vnpay
}

/** The terminal that payments are begun at. */
export function terminalOf(req: MedusaRequest): Terminal {
  return terminalsOf(req)
}

/** Looks a terminal up by its code, former ones too: the gateway serves a merchant's old terminal as well as the new one. */
export function terminalFinder(req: MedusaRequest): FindTerminal {
  return (tmnCode) => findTerminal(terminalsOf(req), tmnCode)
}

/** The gateway's record of a request; seen again, it is the same one. */
export async function openPayment(req: MedusaRequest, { txnRef, orderInfo, params }: PayOrder): Promise<SandboxPaymentRow> {
  const gateway = gatewayOf(req)
  const key = { tmn_code: params.vnp_TmnCode ?? "", txn_ref: txnRef }
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
  const terminal = terminalFinder(req)(payment.tmn_code)
  if (!terminal) throw new Error(`the simulated gateway knows no terminal ${payment.tmn_code}`)
  const now = new Date()
  const result = decide(outcome, payment.bank_code, payment.transaction_no, now)
  await gateway.updateSandboxPayments({ id: payment.id, ...result })
  const query = resultQuery(payment, result, terminal)
  const earlierFailure = resultQuery(payment, decide("wrong_otp", payment.bank_code, null, now), terminal)
  await tell(gateway, plan, payment.ipn_url, query, earlierFailure)
  return query
}
