import { ApiError, sendError } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

const personNeeded = () =>
  new ApiError({
    type: "not_allowed",
    code: "operator.person_needed",
    message: { vi: "Việc về tiền phải do một người đang là điều hành viên đăng nhập và làm, không làm bằng khoá API.", en: "What concerns money is done by a person who is an operator and logged in, not with an API key." },
  })

/**
 * Behind an act about money stands a person who is still an operator. Medusa also lets its secret API keys past /admin,
 * each with an id of its own, so whoever made a batch could make a key as well and be their own second person
 * (ASVS 5.0 2.3.5); and a token outlives a dismissal.
 */
export async function requirePerson(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { actor_id: id, actor_type: type } = req.auth_context ?? {}
  const [person] = type === "user" && id ? await req.scope.resolve(Modules.USER).listUsers({ id }, { select: ["id"], take: 1 }) : []
  if (!person) return sendError(req, res, personNeeded())
  next()
}
