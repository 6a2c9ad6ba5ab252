import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { PaymentError } from "../modules/cashless-payment/errors"
import { errorBody } from "./reader-language"

const STATUS: Record<string, number> = { [MedusaError.Types.NOT_FOUND]: 404, [MedusaError.Types.CONFLICT]: 409, [MedusaError.Types.FORBIDDEN]: 403 }

/** Answers an error of ours in the reader's language; any other goes on to be a 500. */
export function sendPaymentError(req: MedusaRequest, res: MedusaResponse, error: unknown): void {
  if (!(error instanceof PaymentError)) throw error
  res.status(STATUS[error.type] ?? 400).json(errorBody(req, error))
}
