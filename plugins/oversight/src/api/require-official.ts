import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { ApiError, sendError } from "@cho-phien/administrative-units"
import { OVERSIGHT_MODULE, type OversightModuleService } from "../modules/oversight"
import { oversightErrors } from "../modules/oversight/errors"
import { isAppointed, isOpenToAppointed, type OfficialRole } from "../modules/oversight/rules/scope"

export interface OfficialRecord {
  id: string
  name: string
  phone: string
  unit_code: string | null
  role: OfficialRole
  illustrative: boolean
}

export type OfficialRequest = AuthenticatedMedusaRequest & { official?: OfficialRecord }

/** A token outlives a dismissal, so the official is looked up on every request. */
export async function requireOfficial(req: OfficialRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const id = (req as Partial<OfficialRequest>).auth_context?.actor_id
  // Without an id the list would be everybody's.
  const [official] = id ? await req.scope.resolve<OversightModuleService>(OVERSIGHT_MODULE).listOfficials({ id }) : []
  if (!official) {
    sendError(req, res, officialGone())
    return
  }
  req.official = official as OfficialRecord
  if (isAppointed(req.official.role) && !isOpenToAppointed(req.originalUrl.split("?")[0] ?? "")) {
    sendError(req, res, oversightErrors.outOfScope())
    return
  }
  next()
}

/** The official behind a request that went through `requireOfficial`. */
export function officialOf(req: OfficialRequest): OfficialRecord {
  if (!req.official) throw officialGone()
  return req.official
}

/** The official's own unit; null for the ministry alone, which sees the whole country. */
export function officialArea(req: OfficialRequest): string | null {
  const { role, unit_code } = officialOf(req)
  if (role === "ministry") return null
  if (!unit_code) throw officialGone()
  return unit_code
}

function officialGone(): ApiError {
  return new ApiError({
    type: "unauthorized",
    code: "oversight.session_ended",
    message: { vi: "Phiên làm việc đã kết thúc. Xin đăng nhập lại.", en: "Your session has ended. Please log in again." },
  })
}
