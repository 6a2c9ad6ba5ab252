import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { PaymentError } from "../modules/cashless-payment/errors"
import { sendPaymentError } from "./send-payment-error"

/**
 * What is decided about money at the desk is decided by a person who is still an operator: Medusa also lets its secret
 * API keys past /admin, each with an id that stands for nobody in the book (ASVS 5.0 2.3.5), and a token outlives a
 * dismissal. Error: cashless-payment.person_needed 403.
 */
export async function requirePerson(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { actor_id: id, actor_type: type } = req.auth_context ?? {}
  const [person] = type === "user" && id ? await req.scope.resolve(Modules.USER).listUsers({ id }, { select: ["id"], take: 1 }) : []
  if (!person) return sendPaymentError(req, res, new PaymentError("person_needed"))
  next()
}
