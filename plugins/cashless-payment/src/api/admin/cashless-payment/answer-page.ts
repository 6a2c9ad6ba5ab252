import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import { PaymentError } from "../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { sendPaymentError } from "../../send-payment-error"

type Paged = { limit: number; offset: number }

/** Answers one page of a list and which page it is; a query that asks for no page is refused in the reader's language. */
export async function answerPage<T extends z.ZodType<Paged>>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  schema: T,
  read: (query: z.output<T>, payments: CashlessPaymentModuleService) => Promise<object>,
): Promise<void> {
  const query = schema.safeParse(req.query)
  if (!query.success) return sendPaymentError(req, res, new PaymentError("invalid_data"))
  const { limit, offset } = query.data
  const page = await read(query.data, req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE))
  res.json({ ...page, limit, offset })
}
