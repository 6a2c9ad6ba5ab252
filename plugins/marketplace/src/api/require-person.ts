import { ApiError, isPresentUser, sendError } from "@cho-phien/administrative-units"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const personNeeded = () =>
  new ApiError({
    type: "not_allowed",
    code: "operator.person_needed",
    message: { vi: "Việc về tiền phải do một người đang là điều hành viên đăng nhập và làm, không làm bằng khoá API.", en: "What concerns money is done by a person who is an operator and logged in, not with an API key." },
  })

/**
 * Behind an act about money stands a person who is still an operator: with an API key whoever made a batch could be their
 * own second person.
 */
export async function requirePerson(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (!(await isPresentUser(req))) return sendError(req, res, personNeeded())
  next()
}
