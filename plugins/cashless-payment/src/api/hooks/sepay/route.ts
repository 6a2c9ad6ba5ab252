import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import { verifySepay } from "../../../modules/cashless-payment/rules/sepay-signature"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { SepayNotice, toBankTransfer } from "./sepay-notice"

/**
 * SePay's notice of money on an account. 2xx means kept, also when nobody knows yet whose money it is; anything else
 * makes SePay call again. The signature is checked over the raw bytes before a single field is read.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const raw = Buffer.isBuffer(req.rawBody) ? req.rawBody : Buffer.alloc(0)
  const headers = { signature: header(req, "x-sepay-signature"), timestamp: header(req, "x-sepay-timestamp"), authorization: header(req, "authorization") }
  const verdict = verifySepay(headers, raw, payments.settings.sepay, new Date())
  if (verdict !== "valid") {
    req.scope.resolve("logger").warn(`SePay notice refused: ${verdict}`)
    res.status(401).json({ success: false, code: `cashless-payment.${verdict}` })
    return
  }
  const notice = SepayNotice.safeParse(req.body)
  if (!notice.success) {
    res.status(400).json({ success: false, code: "cashless-payment.invalid_data", fields: notice.error.issues.map((issue) => issue.path.join(".")) })
    return
  }
  const outcome = await payments.takeBankNotice(toBankTransfer(notice.data, new Date()), raw.toString("utf8"))
  res.json({ success: true, outcome: outcome.kind, reason: outcome.reason })
}

function header(req: MedusaRequest, name: string): string | undefined {
  const value = req.headers[name]
  return Array.isArray(value) ? undefined : value
}
