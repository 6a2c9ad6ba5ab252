import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../../../modules/cashless-payment"
import { PaymentError } from "../../../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../../../modules/cashless-payment/service"
import { errorBody } from "../../../../../reader-language"

const Resolution = z.object({ note: z.string().trim().min(5).max(1000) }).strict()

/** Takes one transaction off the desk; the note says what was done with the money, and by whom it was done is kept. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const resolution = Resolution.safeParse(req.body)
  if (!resolution.success) {
    res.status(400).json({ ...errorBody(req, new PaymentError("invalid_data")), fields: { note: errorBody(req, new PaymentError("note_needed")).message } })
    return
  }
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  try {
    await payments.resolveTransaction(req.params.id ?? "", req.auth_context.actor_id, resolution.data.note)
    res.json({ id: req.params.id, state: "resolved" })
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error
    res.status(404).json(errorBody(req, error))
  }
}
