import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PaymentError } from "../modules/cashless-payment/errors"
import { isPresentUser } from "./is-present-user"
import { sendPaymentError } from "./send-payment-error"

/**
 * What is decided about money at the desk is decided by a person who is still an operator and stands in the book with
 * their name. Error: cashless-payment.person_needed 403.
 */
export async function requirePerson(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (!(await isPresentUser(req))) return sendPaymentError(req, res, new PaymentError("person_needed"))
  next()
}
