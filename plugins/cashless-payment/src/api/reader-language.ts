import type { MedusaRequest } from "@medusajs/framework/http"
import type { PaymentError } from "../modules/cashless-payment/errors"

export type ErrorBody = { type: string; code: string; message: string }

/** The error in the reader's language: Vietnamese unless English is asked for first. */
export function errorBody(req: MedusaRequest, error: PaymentError): ErrorBody {
  const english = /^\s*en\b/i.test(req.headers["accept-language"] ?? "")
  return { type: error.type, code: error.code ?? "", message: english ? error.messages.en : error.messages.vi }
}
