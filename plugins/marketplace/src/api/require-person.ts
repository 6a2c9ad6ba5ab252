import { ApiError, sendError } from "@cho-phien/administrative-units"
import { isPresentUser } from "@cho-phien/cashless-payment"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const personNeeded = () =>
  new ApiError({
    type: "not_allowed",
    code: "operator.person_needed",
    message: { vi: "Việc về tiền, về đơn hàng và về tài khoản điều hành phải do một người đang là điều hành viên đăng nhập và làm, không làm bằng khoá API.", en: "What concerns money, orders and operators' accounts is done by a person who is an operator and logged in, not with an API key." },
  })

/**
 * Behind an act about money, and about who decides on it, stands a person who is still an operator: with an API key
 * whoever made a batch could be their own second person.
 */
export async function requirePerson(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (!(await isPresentUser(req))) return sendError(req, res, personNeeded())
  next()
}
