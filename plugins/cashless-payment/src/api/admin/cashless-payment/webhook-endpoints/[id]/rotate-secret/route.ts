import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../../../modules/cashless-payment"
import { PaymentError } from "../../../../../../modules/cashless-payment/errors"
import { ROTATION_HOURS } from "../../../../../../modules/cashless-payment/rules/webhook-schedule"
import type { CashlessPaymentModuleService } from "../../../../../../modules/cashless-payment/service"
import { sendPaymentError } from "../../../../../send-payment-error"

const Rotation = z.object({ old_valid_hours: z.number().min(0).max(ROTATION_HOURS).default(ROTATION_HOURS) }).strict()

/** A new secret, shown this once; the old one goes on signing beside it for as long as was asked. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const rotation = Rotation.safeParse(req.body ?? {})
  if (!rotation.success) return sendPaymentError(req, res, new PaymentError("invalid_data"))
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  try {
    const secret = await payments.webhooks.rotateSecret(req.params.id ?? "", rotation.data.old_valid_hours)
    res.setHeader("Cache-Control", "no-store")
    res.json({ id: req.params.id, secret, old_valid_hours: rotation.data.old_valid_hours })
  } catch (error) {
    sendPaymentError(req, res, error)
  }
}
