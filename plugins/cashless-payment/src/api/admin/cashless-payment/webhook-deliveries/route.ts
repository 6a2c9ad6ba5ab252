import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { sendPaymentError } from "../../../send-payment-error"

const Query = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    status: z.enum(["pending", "succeeded", "failed"]).optional(),
    endpoint_id: z.string().max(100).optional(),
  })
  .strict()

/** The log of what was sent where and what came of it, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = Query.safeParse(req.query)
  if (!query.success) return sendPaymentError(req, res, new PaymentError("invalid_data"))
  const { limit, offset, status = null, endpoint_id: endpointId = null } = query.data
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const { deliveries, count } = await payments.webhooks.listDeliveries({ endpointId, status, limit, offset })
  res.json({ webhook_deliveries: deliveries, count, limit, offset })
}
